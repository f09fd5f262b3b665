# Turns a text file into a C++ string literal: cmake -DINPUT=FILE -DOUTPUT=FILE -P embed_text.cmake
file(READ ${INPUT} text)
string(FIND "${text}" ")embedded\"" ends_literal)
if(NOT ends_literal EQUAL -1)
  message(FATAL_ERROR "${INPUT} has the end of its string literal in it")
endif()
file(WRITE ${OUTPUT} "R\"embedded(${text})embedded\"\n")
