// The built-in exceptions: one table of member name, Python name and base.
#ifndef STREPLAY_SCRIPT_EXCEPTION_NAMES_H_
#define STREPLAY_SCRIPT_EXCEPTION_NAMES_H_

// X(member of BuiltinClasses, Python's name, member of the base); a base stands before its
// subclasses.
#define STREPLAY_BUILTIN_EXCEPTIONS(X)                                    \
  X(system_exit, "SystemExit", base_exception)                            \
  X(keyboard_interrupt, "KeyboardInterrupt", base_exception)              \
  X(generator_exit, "GeneratorExit", base_exception)                      \
  X(exception, "Exception", base_exception)                               \
  X(stop_iteration, "StopIteration", exception)                           \
  X(stop_async_iteration, "StopAsyncIteration", exception)                \
  X(arithmetic_error, "ArithmeticError", exception)                       \
  X(floating_point_error, "FloatingPointError", arithmetic_error)         \
  X(overflow_error, "OverflowError", arithmetic_error)                    \
  X(zero_division_error, "ZeroDivisionError", arithmetic_error)           \
  X(assertion_error, "AssertionError", exception)                         \
  X(attribute_error, "AttributeError", exception)                         \
  X(buffer_error, "BufferError", exception)                               \
  X(eof_error, "EOFError", exception)                                     \
  X(import_error, "ImportError", exception)                               \
  X(module_not_found_error, "ModuleNotFoundError", import_error)          \
  X(lookup_error, "LookupError", exception)                               \
  X(index_error, "IndexError", lookup_error)                              \
  X(key_error, "KeyError", lookup_error)                                  \
  X(memory_error, "MemoryError", exception)                               \
  X(name_error, "NameError", exception)                                   \
  X(unbound_local_error, "UnboundLocalError", name_error)                 \
  X(os_error, "OSError", exception)                                       \
  X(blocking_io_error, "BlockingIOError", os_error)                       \
  X(child_process_error, "ChildProcessError", os_error)                   \
  X(connection_error, "ConnectionError", os_error)                        \
  X(broken_pipe_error, "BrokenPipeError", connection_error)               \
  X(connection_aborted_error, "ConnectionAbortedError", connection_error) \
  X(connection_refused_error, "ConnectionRefusedError", connection_error) \
  X(connection_reset_error, "ConnectionResetError", connection_error)     \
  X(file_exists_error, "FileExistsError", os_error)                       \
  X(file_not_found_error, "FileNotFoundError", os_error)                  \
  X(interrupted_error, "InterruptedError", os_error)                      \
  X(is_a_directory_error, "IsADirectoryError", os_error)                  \
  X(not_a_directory_error, "NotADirectoryError", os_error)                \
  X(permission_error, "PermissionError", os_error)                        \
  X(process_lookup_error, "ProcessLookupError", os_error)                 \
  X(timeout_error, "TimeoutError", os_error)                              \
  X(reference_error, "ReferenceError", exception)                         \
  X(runtime_error, "RuntimeError", exception)                             \
  X(not_implemented_error, "NotImplementedError", runtime_error)          \
  X(recursion_error, "RecursionError", runtime_error)                     \
  X(syntax_error, "SyntaxError", exception)                               \
  X(indentation_error, "IndentationError", syntax_error)                  \
  X(tab_error, "TabError", indentation_error)                             \
  X(system_error, "SystemError", exception)                               \
  X(type_error, "TypeError", exception)                                   \
  X(value_error, "ValueError", exception)                                 \
  X(unicode_error, "UnicodeError", value_error)                           \
  X(unicode_decode_error, "UnicodeDecodeError", unicode_error)            \
  X(unicode_encode_error, "UnicodeEncodeError", unicode_error)            \
  X(warning, "Warning", exception)                                        \
  X(deprecation_warning, "DeprecationWarning", warning)                   \
  X(future_warning, "FutureWarning", warning)                             \
  X(user_warning, "UserWarning", warning)                                 \
  X(runtime_warning, "RuntimeWarning", warning)                           \
  X(bytes_warning, "BytesWarning", warning)                               \
  X(encoding_warning, "EncodingWarning", warning)                         \
  X(import_warning, "ImportWarning", warning)                             \
  X(pending_deprecation_warning, "PendingDeprecationWarning", warning)    \
  X(resource_warning, "ResourceWarning", warning)                         \
  X(syntax_warning, "SyntaxWarning", warning)                             \
  X(unicode_warning, "UnicodeWarning", warning)                           \
  X(unicode_translate_error, "UnicodeTranslateError", unicode_error)

#endif  // STREPLAY_SCRIPT_EXCEPTION_NAMES_H_
