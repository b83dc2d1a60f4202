# The library of exported notebooks, of which each gets the functions that it needs: values as SQL has them, with None for
# NULL and for unknown. Two empty lines part the functions, and nothing else stands between them.


def known(function, *values):
    """The function of the values; unknown if one of them is."""
    return None if None in values else function(*values)


def all_of(*parts):
    return False if False in parts else None if None in parts else True


def any_of(*parts):
    return True if True in parts else None if None in parts else False


def coalesce(value, other):
    return other if value is None else value


def null_if(value, other):
    return None if value == other else value


def absolute(number):
    """Without rounding, which abs does to a Decimal of many digits."""
    return number.copy_abs() if isinstance(number, Decimal) else abs(number)


@lru_cache(maxsize=None)
def pattern(text, flags):
    """A LIKE pattern, in which ! stands before a sign that means itself, as a regular expression."""
    signs = iter(text)
    parts = [
        re.escape(next(signs)) if sign == "!" else {"_": ".", "%": ".*"}.get(sign) or re.escape(sign)
        for sign in signs
    ]
    return re.compile("".join(parts), re.DOTALL | flags)


def like(value, text):
    return pattern(text, 0).fullmatch(value) is not None


def ilike(value, text):
    return pattern(text, re.IGNORECASE).fullmatch(value) is not None


def quarter(day):
    return (day.month + 2) // 3


def day_of_week(day):
    """1 for Sunday to 7 for Saturday."""
    return day.isoweekday() % 7 + 1


def truncated(day, unit):
    """The first day of the unit; weeks begin on Monday."""
    day = date(day.year, day.month, day.day)
    if unit == "WEEK":
        return day - timedelta(days=day.weekday())
    months = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}.get(unit)
    return day.replace(month=(day.month - 1) // months * months + 1, day=1) if months else day


@total_ordering
class NotANumber:
    """NaN in the order of SQL: equal to itself, and larger than every number."""

    def __eq__(self, other):
        return isinstance(other, NotANumber)

    def __lt__(self, other):
        return False

    def __hash__(self):
        return 0

    def __abs__(self):
        return self


def truth(value):
    return {True: True, False: False}[value]


def exact(value):
    return value if isinstance(value, int) else Decimal(value)


def double(value):
    number = float(value)
    return number if number == number else NotANumber()


def single(value):
    """The nearest number of 32 bits, as a double."""
    return double(struct.unpack("f", struct.pack("f", float(value)))[0])


def time(value):
    """A time to the microsecond; that of UTC, if the text has a zone."""
    found = datetime.fromisoformat(value)
    return found.astimezone(timezone.utc).replace(tzinfo=None) if found.tzinfo else found


def day(value):
    return datetime.fromisoformat(value).date()


def rows(path, unit=None):
    """The unit's value and the columns of each row; a column that a row leaves out is NULL."""
    wanted = COLUMNS.keys() | {unit} - {None}
    seen = set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                values = json.loads(line, parse_float=Decimal)
                values = {name.lower(): value for name, value in values.items() if name.lower() in wanted}
                seen |= values.keys()
                row = {name: values.get(name) for name in COLUMNS}
                yield values.get(unit), {
                    name: None if value is None else COLUMNS[name](value) for name, value in row.items()
                }
    if wanted - seen:
        raise ValueError("the file has no " + ", ".join(sorted(wanted - seen)))
