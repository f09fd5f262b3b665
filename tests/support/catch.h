// The one place that knows which Catch2 is installed: version 2 has a single header, version 3
// many.
#ifndef STREPLAY_TESTS_SUPPORT_CATCH_H_
#define STREPLAY_TESTS_SUPPORT_CATCH_H_

#ifdef STREPLAY_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif  // STREPLAY_TESTS_SUPPORT_CATCH_H_
