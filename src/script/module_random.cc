// The `random` module: seeded generators draw CPython's numbers. Drawing without a seed ends the
// run, because CPython would then draw others every time. The module's functions are the methods of
// one generator of its own, as in CPython; its state lasts as long as the heap (the server
// process).
#include <algorithm>
#include <cmath>
#include <set>

#include "script/class_object.h"
#include "script/float_arithmetic.h"
#include "script/function_object.h"
#include "script/heap.h"
#include "script/list_object.h"
#include "script/mersenne_twister.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

class RandomObject : public Object {
 public:
  explicit RandomObject(ClassObject& type) : Object(type, ObjectKind::kNative) {}

  MersenneTwister twister;
  std::optional<double> next_gauss;  // gauss() makes two at a time
};

RandomObject& Self(Values arguments) {
  return *arguments[0].As<RandomObject>();
}

// The generator, or null when it was not seeded (the run then ends).
MersenneTwister* Seeded(Interpreter& interpreter, Values arguments) {
  MersenneTwister& twister = Self(arguments).twister;
  if (twister.is_seeded()) return &twister;
  interpreter.EndWithLimit(
      "random numbers without random.seed(number) are not supported in scenario scripts");
  return nullptr;
}

bool Seed(Interpreter& interpreter, RandomObject& random, const Value& seed) {
  if (seed.is_integral()) {
    random.twister.Seed(seed.as_int());
  } else if (seed.is_float()) {
    random.twister.Seed(HashFloat(seed.as_float()));
  } else {
    interpreter.EndWithLimit(
        "seeding random with anything but a number is not supported in scenario scripts");
    return false;
  }
  random.next_gauss.reset();
  return true;
}

Value RandomSeed(Interpreter& interpreter, Values arguments) {
  if (!arguments[2].empty()) {
    return RefusedFunction<"random.seed() with a version">(interpreter, arguments);
  }
  if (arguments[1].empty() || arguments[1].is_none()) {
    Self(arguments).twister = MersenneTwister();
    return Value::None();
  }
  return Seed(interpreter, Self(arguments), arguments[1]) ? Value::None() : Value();
}

Value RandomRandom(Interpreter& interpreter, Values arguments) {
  MersenneTwister* twister = Seeded(interpreter, arguments);
  return twister != nullptr ? Value::Float(twister->NextFloat()) : Value();
}

Value RandomGetRandBits(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> count = ToIndex(interpreter, arguments[1]);
  if (!count) return {};
  if (*count < 0) return interpreter.RaiseValueError("number of bits must be non-negative");
  if (*count > 63) return interpreter.Raise(IntegerTooLarge());
  MersenneTwister* twister = Seeded(interpreter, arguments);
  if (twister == nullptr) return {};
  return Value::Int(static_cast<int64_t>(twister->NextBits(static_cast<int>(*count))));
}

// A number of start, start + step, … before stop; step is not 0.
Value DrawFromRange(Interpreter& interpreter, Values arguments, int64_t start, int64_t stop,
                    int64_t step) {
  WideInt width = WideInt{stop} - start;
  WideInt count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step;
  if (count <= 0) {
    std::string numbers = " (" + std::to_string(start) + ", " + std::to_string(stop) + ", " +
                          std::to_string(static_cast<int64_t>(width)) + ")";
    return interpreter.RaiseValueError("empty range for randrange()" + (step == 1 ? numbers : ""));
  }
  MersenneTwister* twister = Seeded(interpreter, arguments);
  if (twister == nullptr) return {};
  WideInt drawn = twister->NextBelow(static_cast<uint64_t>(count));
  return Value::Int(static_cast<int64_t>(start + drawn * step));
}

// An argument of randrange(): what int() makes of it must be equal to it. `name` is for the
// message.
std::optional<int64_t> RangeArgument(Interpreter& interpreter, const Value& value,
                                     std::string_view name) {
  if (value.is_integral()) return value.as_int();
  Value whole = interpreter.Call(Value(interpreter.classes().integer), {value});
  if (whole.empty()) return std::nullopt;
  std::optional<bool> equal = AreEqual(interpreter, whole, value);
  if (!equal) return std::nullopt;
  if (*equal) return whole.as_int();
  interpreter.RaiseValueError("non-integer " + std::string(name) + " for randrange()");
  return std::nullopt;
}

Value RandomRandRange(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> start = RangeArgument(interpreter, arguments[1], "arg 1");
  if (!start) return {};
  if (arguments[2].empty() || arguments[2].is_none()) {
    if (!arguments[3].empty()) {
      return interpreter.RaiseTypeError("Missing a non-None stop argument");
    }
    if (*start > 0) return DrawFromRange(interpreter, arguments, 0, *start, 1);
    return interpreter.RaiseValueError("empty range for randrange()");
  }
  std::optional<int64_t> stop = RangeArgument(interpreter, arguments[2], "stop");
  if (!stop) return {};
  std::optional<int64_t> step = 1;
  if (!arguments[3].empty()) step = RangeArgument(interpreter, arguments[3], "step");
  if (!step) return {};
  if (*step == 0) return interpreter.RaiseValueError("zero step for randrange()");
  return DrawFromRange(interpreter, arguments, *start, *stop, *step);
}

// randrange(a, b + 1).
Value RandomRandInt(Interpreter& interpreter, Values arguments) {
  Value stop = BinaryOperation(interpreter, BinaryOperator::kAdd, arguments[2], Value::Int(1));
  if (stop.empty()) return {};
  const Value range[] = {arguments[0], arguments[1], stop, Value()};
  return RandomRandRange(interpreter, range);
}

Value RandomUniform(Interpreter& interpreter, Values arguments) {
  std::optional<double> low = ToFloat(interpreter, arguments[1]);
  if (!low) return {};
  std::optional<double> high = ToFloat(interpreter, arguments[2]);
  MersenneTwister* twister = high ? Seeded(interpreter, arguments) : nullptr;
  if (twister == nullptr) return {};
  return Value::Float(*low + (*high - *low) * twister->NextFloat());
}

// --- Picking from sequences.

Value ItemAt(Interpreter& interpreter, const Value& sequence, uint64_t index) {
  return GetItem(interpreter, sequence, Value::Int(static_cast<int64_t>(index)));
}

Value RandomChoice(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> length = Length(interpreter, arguments[1]);
  if (!length) return {};
  if (*length == 0) {
    return interpreter.Raise(*interpreter.classes().index_error,
                             "Cannot choose from an empty sequence");
  }
  MersenneTwister* twister = Seeded(interpreter, arguments);
  if (twister == nullptr) return {};
  return ItemAt(interpreter, arguments[1], twister->NextBelow(static_cast<uint64_t>(*length)));
}

// Running totals of the weights; nothing on failure.
std::optional<std::vector<double>> RunningTotals(Interpreter& interpreter, const Value& weights,
                                                 int64_t length) {
  std::vector<double> totals;
  bool ok = ForEach(interpreter, weights, [&](const Value& item) {
    std::optional<double> weight = ToFloat(interpreter, item);
    if (weight) totals.push_back(totals.empty() ? *weight : totals.back() + *weight);
    return weight.has_value();
  });
  if (!ok) return std::nullopt;
  std::string mistake;
  if (static_cast<int64_t>(totals.size()) != length) {
    mistake = "The number of weights does not match the population";
  } else if (totals.empty() || totals.back() <= 0) {
    mistake = "Total of weights must be greater than zero";
  } else if (!std::isfinite(totals.back())) {
    mistake = "Total of weights must be finite";
  }
  if (mistake.empty()) return totals;
  interpreter.RaiseValueError(mistake);
  return std::nullopt;
}

Value RandomChoices(Interpreter& interpreter, Values arguments) {
  if (!arguments[3].empty() && !arguments[3].is_none()) {
    return RefusedFunction<"random.choices() with cum_weights">(interpreter, arguments);
  }
  std::optional<int64_t> length = Length(interpreter, arguments[1]);
  if (!length) return {};
  std::optional<int64_t> count = IndexOr(interpreter, arguments[4], 1);
  MersenneTwister* twister = count ? Seeded(interpreter, arguments) : nullptr;
  if (twister == nullptr) return {};
  bool weighted = !arguments[2].empty() && !arguments[2].is_none();
  std::optional<std::vector<double>> totals = std::vector<double>();
  if (weighted) totals = RunningTotals(interpreter, arguments[2], *length);
  if (!totals) return {};
  std::vector<Value> chosen;
  for (int64_t i = 0; i < *count; ++i) {
    if (!interpreter.Step()) return {};
    double drawn = twister->NextFloat();
    auto index = static_cast<uint64_t>(drawn * static_cast<double>(*length));
    if (weighted) {
      auto end = totals->end() - 1;
      index = static_cast<uint64_t>(std::upper_bound(totals->begin(), end, drawn * totals->back()) -
                                    totals->begin());
    }
    chosen.push_back(ItemAt(interpreter, arguments[1], index));
    if (chosen.back().empty()) return {};
  }
  return interpreter.heap().MakeList(std::move(chosen));
}

Value RandomShuffle(Interpreter& interpreter, Values arguments) {
  const Value& list = arguments[1];
  std::optional<int64_t> length = Length(interpreter, list);
  MersenneTwister* twister = length ? Seeded(interpreter, arguments) : nullptr;
  if (twister == nullptr) return {};
  for (int64_t i = *length - 1; i > 0; --i) {
    if (!interpreter.Step()) return {};
    auto other = static_cast<int64_t>(twister->NextBelow(static_cast<uint64_t>(i) + 1));
    Value left = GetItem(interpreter, list, Value::Int(other));
    if (left.empty()) return {};
    Value right = GetItem(interpreter, list, Value::Int(i));
    if (right.empty()) return {};
    if (!SetItem(interpreter, list, Value::Int(i), left)) return {};
    if (!SetItem(interpreter, list, Value::Int(other), right)) return {};
  }
  return Value::None();
}

// The positions of a sample: by exchanging in a pool when it is small, else by drawing until new.
std::optional<std::vector<uint64_t>> SamplePositions(Interpreter& interpreter,
                                                     MersenneTwister& twister, uint64_t length,
                                                     uint64_t count) {
  double set_size = 21;
  if (count > 5) {
    set_size += std::pow(4.0, std::ceil(std::log(static_cast<double>(count) * 3) / std::log(4.0)));
  }
  std::vector<uint64_t> positions;
  std::vector<uint64_t> pool;
  const bool use_pool = static_cast<double>(length) <= set_size;
  for (uint64_t i = 0; use_pool && i < length; ++i) pool.push_back(i);
  std::set<uint64_t> selected;
  for (uint64_t i = 0; i < count; ++i) {
    if (!interpreter.Step()) return std::nullopt;
    if (use_pool) {
      uint64_t drawn = twister.NextBelow(length - i);
      positions.push_back(pool[drawn]);
      pool[drawn] = pool[length - i - 1];
      continue;
    }
    uint64_t drawn = twister.NextBelow(length);
    while (!selected.insert(drawn).second) drawn = twister.NextBelow(length);
    positions.push_back(drawn);
  }
  return positions;
}

Value RandomSample(Interpreter& interpreter, Values arguments) {
  if (!arguments[3].empty() && !arguments[3].is_none()) {
    return RefusedFunction<"random.sample() with counts">(interpreter, arguments);
  }
  Object* population = arguments[1].object();
  bool is_sequence = population != nullptr && population->HasLength() &&
                     population->kind() != ObjectKind::kSet &&
                     population->kind() != ObjectKind::kDict;
  if (!is_sequence) {
    return interpreter.RaiseTypeError(
        "Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  std::optional<int64_t> length = Length(interpreter, arguments[1]);
  if (!length) return {};
  std::optional<int64_t> count = ToIndex(interpreter, arguments[2]);
  if (!count) return {};
  if (*count < 0 || *count > *length) {
    return interpreter.RaiseValueError("Sample larger than population or is negative");
  }
  MersenneTwister* twister = Seeded(interpreter, arguments);
  if (twister == nullptr) return {};
  auto positions = SamplePositions(interpreter, *twister, static_cast<uint64_t>(*length),
                                   static_cast<uint64_t>(*count));
  if (!positions) return {};
  std::vector<Value> sample;
  for (uint64_t position : *positions) {
    sample.push_back(ItemAt(interpreter, arguments[1], position));
    if (sample.back().empty()) return {};
  }
  return interpreter.heap().MakeList(std::move(sample));
}

// --- Distributions.

Value RandomGauss(Interpreter& interpreter, Values arguments) {
  double parameters[2] = {0, 1};
  for (size_t i = 0; i < 2; ++i) {
    if (arguments[i + 1].empty()) continue;
    std::optional<double> given = ToFloat(interpreter, arguments[i + 1]);
    if (!given) return {};
    parameters[i] = *given;
  }
  MersenneTwister* twister = Seeded(interpreter, arguments);
  if (twister == nullptr) return {};
  RandomObject& self = Self(arguments);
  std::optional<double> drawn = std::exchange(self.next_gauss, std::nullopt);
  if (!drawn) {
    double angle = twister->NextFloat() * (2 * 3.141592653589793);
    double radius = std::sqrt(-2.0 * std::log(1.0 - twister->NextFloat()));
    drawn = std::cos(angle) * radius;
    self.next_gauss = std::sin(angle) * radius;
  }
  return Value::Float(parameters[0] + *drawn * parameters[1]);
}

Value RandomExpovariate(Interpreter& interpreter, Values arguments) {
  std::optional<double> rate = ToFloat(interpreter, arguments[1]);
  MersenneTwister* twister = rate ? Seeded(interpreter, arguments) : nullptr;
  if (twister == nullptr) return {};
  PlainResult<double> drawn = FloatDivide(-std::log(1.0 - twister->NextFloat()), *rate);
  return drawn.ok() ? Value::Float(drawn.value()) : interpreter.Raise(drawn.error());
}

constexpr NativeFunction kMethods[] = {
    {"betavariate", kAnyArguments, &RefusedFunction<"random.betavariate()">},
    {"choice", "seq", &RandomChoice},
    {"choices", "population, weights=None, *, cum_weights=None, k=1", &RandomChoices},
    {"expovariate", "lambd", &RandomExpovariate},
    {"gammavariate", kAnyArguments, &RefusedFunction<"random.gammavariate()">},
    {"gauss", "mu=0.0, sigma=1.0", &RandomGauss},
    {"getrandbits", "k, /", &RandomGetRandBits},
    {"getstate", kAnyArguments, &RefusedFunction<"random.getstate()">},
    {"lognormvariate", kAnyArguments, &RefusedFunction<"random.lognormvariate()">},
    {"normalvariate", kAnyArguments, &RefusedFunction<"random.normalvariate()">},
    {"paretovariate", kAnyArguments, &RefusedFunction<"random.paretovariate()">},
    {"randbytes", kAnyArguments, &RefusedFunction<"random.randbytes()">},
    {"randint", "a, b", &RandomRandInt},
    {"random", "", &RandomRandom},
    {"randrange", "start, stop=None, step=1", &RandomRandRange},
    {"sample", "population, k, *, counts=None", &RandomSample},
    {"seed", "a=None, version=2", &RandomSeed},
    {"setstate", kAnyArguments, &RefusedFunction<"random.setstate()">},
    {"shuffle", "x", &RandomShuffle},
    {"triangular", kAnyArguments, &RefusedFunction<"random.triangular()">},
    {"uniform", "a, b", &RandomUniform},
    {"vonmisesvariate", kAnyArguments, &RefusedFunction<"random.vonmisesvariate()">},
    {"weibullvariate", kAnyArguments, &RefusedFunction<"random.weibullvariate()">},
};

Value ConstructRandom(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "Random", "x=None, /", arguments);
  if (!bound) return {};
  Ref<RandomObject> random = interpreter.heap().New<RandomObject>(type);
  const Value& seed = (*bound)[0];
  bool unseeded = seed.empty() || seed.is_none();
  return unseeded || Seed(interpreter, *random, seed) ? Value(random) : Value();
}

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  ClassObject& type = heap.DefineClass("Random", nullptr, "random");
  DefineMethods(heap, type, kMethods);
  type.set_constructor(&ConstructRandom);
  module.globals().Set(heap.Intern("Random"), Value(&type));
  Value shared = heap.New<RandomObject>(type);
  for (const NativeFunction& method : kMethods) {
    Symbol name = heap.Intern(method.name);
    module.globals().Set(name, heap.New<BoundMethodObject>(heap, shared, *type.Find(name)));
  }
  return true;
}

}  // namespace

const NativeModule kRandomModule = {"random", {}, &Initialize};

}  // namespace streplay::script
