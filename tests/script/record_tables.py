#!/usr/bin/env python3
"""Writes tests/script/tables/*.tsv: what CPython 3.11 makes of plain operations.

    python3 tests/script/record_tables.py [--check]

With --check, writes nothing and exits with 1 when a table differs. A row is a case: an operation's inputs and what came out, tab-separated. Floats are hexadecimal, texts
are escaped (backslash, tab, line breaks), an exception is "!Name: message".
"""
import datetime
import math
import os
import random
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables")
INT_LIMITS = [0, 1, -1, 7, -42, 65, 255, 1234, -98765, 1234567890, 2**63 - 1, -2**63]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 2.675, 1e-5, 0.0001, 123456.789, 1e15, 1e16, 1e17, 1e22,
          -1234567.891, 9.9995, 0.00012345, 5e-324, 1.7976931348623157e308, 1 / 3, 2 / 3, 100.0, 1e100,
          float("inf"), float("-inf"), float("nan"), -0.01, 999999.5, 0.125, 12345678.0]


def escape(text):
    for plain, escaped in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(plain, escaped)
    return text


def cell(value):
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return value.hex()
    if isinstance(value, str):
        return escape(value)
    return str(value)


def outcome(operation):
    try:
        return cell(operation())
    except Exception as error:
        return escape("!%s: %s" % (type(error).__name__, error))


def write(name, rows):
    path = os.path.join(HERE, name + ".tsv")
    text = "".join("\t".join(row) + "\n" for row in rows)
    if "--check" in sys.argv:
        with open(path, encoding="utf-8", newline="\n") as file:
            if file.read() != text:
                sys.exit(f"{path}: differs")
        return
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def format_specs(rng, types, count):
    specs = ["", "s", "d", "5", "05", "<5", "^7", ">7", "=8", "*^9", "é>6", "+", " ", "-", "#", ",", "_", "+,", "010,",
             "012_", ".", ".3", ".0", "8.3", ",_", "_,", "z", "0", "00", "1000000000000000000000", ".1000000000000000000000",
             "ab", "q", "\t", "é", "<<5", "0<5", "0>5", "0=5", "+08,.2f", "#x", "#o", "#b", "#X", "_x", ",x", "_b", "c",
             "+c", "#c", "5c", "n", ",n", "%", ".1%", ",.2f", "e", ".10e", "E", ".0e", "#.0e", "#.0f", "F", "G", "#g", "g",
             ".20g", ".50f", "z.1f", "#.3g", "+.3", "010.2f", "-010", " 010d", "_d", "015,.3e", "_.2%", "<010", "=+9"]
    for _ in range(count):
        fill = rng.choice(["", "", "", "*", "0", "é"])
        align = rng.choice("<>=^") if fill or rng.random() < .4 else ""
        specs.append(fill + align + rng.choice(["", "", "+", "-", " "]) + rng.choice(["", "", "", "z"]) +
                     rng.choice(["", "", "#"]) + rng.choice(["", "", "0"]) +
                     rng.choice(["", "4", "12", "25"]) + rng.choice(["", "", ",", "_"]) +
                     rng.choice(["", "", ".0", ".2", ".7", ".17"]) + rng.choice(types))
    return specs


def record_format():
    rng = random.Random(1)
    rows = []
    for spec in format_specs(rng, ["", "s", "d"], 25):
        for value in ["", "abc", "été", "日本語 text"]:
            rows.append(["str", cell(value), cell(spec), outcome(lambda: format(value, spec))])
    for spec in format_specs(rng, list("bcdeEfFgGnosxX%") + [""], 120):
        for value in rng.sample(INT_LIMITS, 3):
            rows.append(["int", cell(value), cell(spec), outcome(lambda: format(value, spec))])
    for spec in format_specs(rng, list("eEfFgGndx%") + ["", "", ""], 160):
        for value in rng.sample(FLOATS, 4):
            rows.append(["float", cell(value), cell(spec), outcome(lambda: format(value, spec))])
    surrogate = [row for row in rows if any("\ud800" <= c <= "\udfff" for c in row[3])]
    write("format", [row for row in rows if row not in surrogate])


def record_numbers():
    rows = []
    texts = ["", " ", "0", "1", "-1", "+5", "- 1", " 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0x", "0b101", "0o17", "017",
             "00", "0_0", "0_1", "0x_f", "z", "Z9", "12a", "٣", "٣٤.٥", "9223372036854775807", "-9223372036854775808",
             "1.5", ".5", "5.", ".", "1e5", "1E+5", "1e-5", "1e", "e5", "1e5_0", "1_0.5_0", "1._5", "1_.5", "inf", "-Infinity",
             "nan", "+NaN", "infinit", "1e400", "-1e400", "1e-400", "0.000e999999999999", "4.9e-324", "2e-324", "1" * 400,
             "0." + "0" * 400 + "1e405", "1" + "0" * 400 + "e-400", "\u20031\u2003", "\x1c1", "1\x00", "x" * 250, "é" * 250,
             "1.7976931348623159e308", "0x1p3", "1e1_", "1__0.5", "1e+", "1e_5", "−1", "1 2", "\n5\t"]
    for text in texts:
        for base in (10, 0, 2, 8, 16, 36, 1, 37, -1):
            result = outcome(lambda: int(text, base))
            if len(result) <= 20 or result[0] == "!":
                rows.append(["int", cell(text), str(base), result])
        rows.append(["float", cell(text), "", outcome(lambda: float(text))])
    write("number_text", rows)


def record_arithmetic():
    rng = random.Random(2)
    rows = []
    pairs = [(a, b) for a in FLOATS[:6] + FLOATS[24:29] for b in FLOATS[:6] + FLOATS[24:29]]
    pairs += [(rng.uniform(-100, 100), rng.uniform(-10, 10)) for _ in range(60)]
    pairs += [(2.0, 1023.0), (2.0, 1024.0), (2.0, -1074.0), (2.0, -1080.0), (-2.0, 3.0), (-8.0, 1 / 3), (1e308, 2.0),
              (float("-inf"), -3.0), (float("-inf"), -2.0), (float("-inf"), 3.0), (float("-inf"), .5), (-1.0, float("inf"))]
    for a, b in pairs:
        for name, operation in (("floordiv", lambda: a // b), ("mod", lambda: a % b), ("pow", lambda: a ** b),
                                ("div", lambda: a / b)):
            result = outcome(operation)
            if "j" not in result:
                rows.append([name, cell(a), cell(b), result])
        if b == 0:
            rows.append(["divmod", cell(a), cell(b), outcome(lambda: divmod(a, b))])
    values = FLOATS + [rng.uniform(-1, 1) * 10.0 ** rng.randint(-8, 20) for _ in range(70)]
    values += [n + .5 for n in range(-6, 7)] + [n * .005 for n in range(-15, 15)] + [25.0, 35.0, 250.0, 350.0, 450.5]
    for value in values:
        for digits in (-310, -308, -20, -2, -1, 0, 1, 2, 5, 17, 323, 324):
            rows.append(["round", cell(value), str(digits), outcome(lambda: round(value, digits))])
        for name, function in (("trunc", int), ("roundint", round), ("floor", math.floor), ("ceil", math.ceil)):
            result = outcome(lambda: function(value))
            if result[0] == "!" or -2**63 <= int(result) < 2**63:
                rows.append([name, cell(value), "", result])
        if value == value:
            rows.append(["hash", cell(value), "", outcome(lambda: hash(value))])
    for value in INT_LIMITS + [2**61 - 1, 2**61, -2**61, 2**61 - 2, 15, 25, 35, -15, -25, 149, 150, 250]:
        rows.append(["hashint", str(value), "", str(hash(value))])
        for digits in (1, 0, -1, -2, -5, -18, -19, -20, -40):
            result = round(value, digits)
            if -2**63 <= result < 2**63:
                rows.append(["roundint10", str(value), str(digits), str(result)])
        for other in FLOATS[::3]:
            order = "u" if other != other else "<" if value < other else ">" if value > other else "="
            rows.append(["compare", str(value), cell(other), order])
        for other in [3, 7, -9, 10**6, 2**53 + 1, 2**62 + 1]:
            rows.append(["divide", str(value), str(other), cell(value / other)])
    for value, other in ((2**63 - 1, float(2**63)), (2**53 + 1, float(2**53)), (5, 5.5), (-5, -5.5)):
        order = "<" if value < other else ">" if value > other else "="
        rows.append(["compare", str(value), cell(other), order])
    write("arithmetic", rows)



def fnv(data):
    value = 0xcbf29ce484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001b3) & (2**64 - 1)
    return "%016x" % value


def record_text():
    rows = []
    everything = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
    for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize"):
        data = "".join(getattr(c, name)() for c in everything).encode()
        rows.append(["every", name, fnv(data)])
    for name in ("isalpha", "isdecimal", "isdigit", "isnumeric", "islower", "isupper", "isspace", "isprintable"):
        rows.append(["every", name, fnv(bytes(getattr(c, name)() for c in everything))])
    rows.append(["every", "start", fnv(bytes(c.isidentifier() for c in everything))])
    rows.append(["every", "continue", fnv(bytes(("a" + c).isidentifier() for c in everything))])
    rows.append(["every", "repr", fnv("".join(repr(c) for c in everything).encode())])
    rows.append(["every", "ascii", fnv("".join(ascii(c) for c in everything).encode())])
    rows.append(["every", "decimal", fnv(bytes(int(c) if c.isdecimal() else 255 for c in everything))])
    texts = ["", "abc", "Hello wORLD", "it's", 'say "it\'s"', 'a"b', "ὈΔΥΣΣΕΎΣ ΣΑΣ ΑΣ. Σ", "ǅ ǆ", "straße ﬁn", "they're bill's",
             "a\u0301Σ\u0301", "AΣ\u00adB", "AΣ\u00ad b", "x\ty\n\x7f\x00\u2028\U0001f600\ue000", "1ST 2nd", "İI"]
    for text in texts:
        for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize"):
            rows.append([name, cell(text), cell(getattr(text, name)())])
        rows.append(["repr", cell(text), cell(repr(text))])
        rows.append(["ascii", cell(text), cell(ascii(text))])
    write("text", rows)


def record_random():
    rows = []
    for seed in (0, 1, -1, 42, 2**31, 2**32, 2**32 + 5, 2**63 - 1, -2**63, 123456789):
        generator = random.Random(seed)
        for i in range(700):
            word = generator.getrandbits(32)
            if i < 4 or i > 620 and i % 13 == 0:
                rows.append(["word", str(seed), str(i), str(word)])
        rows.append(["float", str(seed), "", cell(generator.random())])
        for bits in (0, 1, 5, 31, 33, 53, 64):
            rows.append(["bits", str(seed), str(bits), str(generator.getrandbits(bits))])
        for end in (1, 2, 3, 10, 1000, 2**32, 2**32 + 1, 2**62 + 1):
            rows.append(["below", str(seed), str(end), str(generator._randbelow(end))])
    write("random", rows)


def record_calendar():
    rng = random.Random(3)
    rows = []
    dates = [datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2000, 2, 29), datetime.date(1900, 3, 1)]
    dates += [datetime.date.fromordinal(rng.randint(1, 3652059)) for _ in range(300)]
    dates += [datetime.date(y, m, d) for y in range(2015, 2030) for m, d in ((1, 1), (1, 4), (12, 28), (12, 31))]
    for date in dates:
        iso = date.isocalendar()
        rows.append(["date", date.isoformat(), str(date.toordinal()), str(date.weekday()), "%d %d %d" % tuple(iso),
                     str(date.timetuple().tm_yday)])
    for y, w, d in [(2023, 54, 1), (2023, 53, 1), (2020, 53, 7), (0, 1, 1), (10000, 1, 1), (9999, 52, 6), (2023, 1, 8),
                    (2023, 0, 1), (2023, 1, 0), (1, 1, 1), (2015, 53, 3), (2023, 6, 4)]:
        rows.append(["isoweek", "%d %d %d" % (y, w, d), outcome(lambda: datetime.date.fromisocalendar(y, w, d))])
    texts = """2023-02-30|2023-2-3|20230203|2023-W06|2023-W06-4|2023W064|2023W54|2023-W54-1|2023-W06-8|2023-W00-1|2023W0641
0000-01-01|2023-13-01|2023-1302|202302-03||2023-02-031|2023-023|2023W06410|2023-W064x|2023-02-29|2024-02-29|abcd-ef-gh|2023-02-0x
10|T10|t10|1030|103045|10:30|10:30:45.1|10:30:45.123456789|10:30:45,5|10:30:45.|10:3|10:30:4|10:3045|1030:45|24:00|10:60|10:30:60
x|10:30.5|10:30:45.12a|10:30:45.123456a|10:30:45.1234567a|1030.5|10.5|103045.5|10:30:45:1|10304512|103045XY|10:|10:30:|:10|1|103
10304|T|10:30:45.000001|2023-02-03|2023-02-03T10|2023-02-03x10:30|2023-02-03 10:30:00.5|20230203T103000|2023-02-03T
20230203103000|2023-02-03T24:00|2023-02-03T10:30é|2023-02-03é10:30|2023-2|2023-02-30T10|2023-02|2023-02-03 |20230203 10
2023-13-03T10:xx|2023-02-03 10:30:45.123|2023-02-03T10:30:45.123456|2023-02-0310|2023-02-03T1030""".replace("\n", "|").split("|")
    for text in texts:
        rows.append(["parsedate", cell(text), outcome(lambda: datetime.date.fromisoformat(text).isoformat())])
        rows.append(["parsetime", cell(text), outcome(lambda: datetime.time.fromisoformat(text).isoformat())])
        if "W" not in text:
            rows.append(["parsemoment", cell(text), outcome(lambda: datetime.datetime.fromisoformat(text).isoformat())])
    # A hyphen in a time begins a zone, which is refused.
    rows = [row for row in rows if not (row[0] == "parsetime" and ("offset" in row[2] or "-" in row[2] and row[2][0] != "!"))]
    for text in ["%H:%M:%S.%f", "%a %A %b %B %c|%d %D %e|%f %F|%g %G %h %H %I %j|%k|%l|%m %M%n%p %P %r %R %S%t%T %u %U %V %w %W %x",
                 "%X %y %Y|%z|%Z|%%", "%", "100%", "%-d/%-m/%-H/%-I/%-j/%-M %-y", "%_d %_m %_H %_j", "%0e %0k", "é %d 日本", ""]:
        for date in dates[:25]:
            moment = datetime.datetime(date.year, date.month, date.day, rng.randrange(24), rng.randrange(60),
                                       rng.randrange(60), rng.choice([0, 5, 123456]))
            if moment.year >= 1000:
                rows.append(["strftime", moment.isoformat(), cell(text), cell(moment.strftime(text))])
    write("calendar", rows)


def record_durations():
    rng = random.Random(4)
    rows = []
    part = datetime.timedelta
    units = ["microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks"]
    cases = [{}, {"days": 1}, {"days": -1}, {"microseconds": .5}, {"microseconds": 1.5}, {"microseconds": 2.5},
             {"days": 1.5, "seconds": .5}, {"days": 10**9}, {"days": 10**10}, {"days": 1e10}, {"days": 999999999},
             {"days": -999999999, "microseconds": -1}, {"hours": float("inf")}, {"weeks": float("nan")}, {"seconds": 86400 * 2 + 5, "microseconds": 3}]
    for _ in range(60):
        cases.append({u: rng.choice([rng.randint(-10**6, 10**6), rng.uniform(-1000, 1000), rng.uniform(-1, 1) * 1e6])
                      for u in rng.sample(units, rng.randint(1, 4))})
    for case in cases:
        # As timedelta() adds them up, smallest unit first.
        arguments = " ".join("%s=%s" % (u, case[u].hex() if isinstance(case[u], float) else case[u]) for u in units if u in case)
        rows.append(["make", arguments, outcome(lambda: "%r|%s|%s" % (part(**case), part(**case), part(**case).total_seconds().hex()))])
    values = [rng.randint(-10**rng.randint(1, 19), 10**rng.randint(1, 19)) for _ in range(12)] + [0, 1, 5, -5, 3, 86399999999999999999]
    numbers = [0, 1, 2, -2, 3, 7, 10, -1000, 2**40]
    floats = [0.5, 1.5, -2.5, 1 / 3, 1e-3, 1e3, 0.1, 1e300, 1e-300, float("inf"), float("nan"), 0.0, 3.0, 1e12, 2.0**-40]
    for us in values:
        duration = part(microseconds=us)
        for number in numbers:
            rows.append(["times", str(us), str(number), outcome(lambda: repr(duration * number))])
            rows.append(["divide", str(us), str(number), outcome(lambda: repr(duration / number))])
            rows.append(["floordivide", str(us), str(number), outcome(lambda: repr(duration // number))])
        for number in floats:
            rows.append(["timesfloat", str(us), cell(number), outcome(lambda: repr(duration * number))])
            rows.append(["dividefloat", str(us), cell(number), outcome(lambda: repr(duration / number))])
        for other in rng.sample(values, 5):
            second = part(microseconds=other)
            rows.append(["plus", str(us), str(other), outcome(lambda: repr(duration + second))])
            rows.append(["minus", str(us), str(other), outcome(lambda: repr(duration - second))])
            rows.append(["ratio", str(us), str(other), outcome(lambda: duration / second)])
            rows.append(["modulo", str(us), str(other), outcome(lambda: repr(duration % second))])
            if not second or abs(duration // second) < 2**63:
                rows.append(["floorratio", str(us), str(other), outcome(lambda: duration // second)])
    write("duration", rows)


if __name__ == "__main__":
    record_format()
    record_numbers()
    record_arithmetic()
    record_text()
    record_random()
    record_calendar()
    record_durations()
