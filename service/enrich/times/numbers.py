"""Numbers in words: ``two``, ``twenty-five``, ``third``."""

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBER_WORDS: dict[str, int] = (
    {word: number for number, word in enumerate(_SMALL) if number}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"dozen": 12, "hundred": 100, "thousand": 1000}
)

ORDINAL_WORDS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
} | {"thirtieth": 30}


def combined(numbers: list[int]) -> int:
    """The number that several number words say together: twenty five, two hundred, three dozen.

    Args:
        numbers: the value of each word, in order; at least one.
    """
    total = 0
    for number in numbers:
        if number in (12, 100, 1000) and total:
            total *= number
        else:
            total += number
    return total
