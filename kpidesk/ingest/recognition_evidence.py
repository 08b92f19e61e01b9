"""Why a table or a column was taken for what it was: the sentences that a review shows."""

from collections.abc import Sequence

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message


def header_names_it(header: str, word: str) -> Message:
    """The header holds a word for the role."""
    return Message(
        QT_TRANSLATE_NOOP("recognition", "The header “{header}” reads as “{word}”."), header=header, word=word
    )


def cells_unlike(type_name: str) -> Message:
    """The header fits but the cells do not look like it."""
    return Message(QT_TRANSLATE_NOOP("recognition", "Its cells look unlike {type}."), type=type_name)


def typical_columns(headers: Sequence[str]) -> Message:
    """The columns that speak most for the table."""
    text = QT_TRANSLATE_NOOP("recognition", "Typical of it: {columns}.")
    return Message(text, columns=", ".join(headers))


def named_so(name: str) -> Message:
    """The sheet or the file is named like the table."""
    return Message(QT_TRANSLATE_NOOP("recognition", "The name “{name}” says so."), name=name)


def lacks(roles: Sequence[str]) -> Message:
    """What the table would need to be usable."""
    text = QT_TRANSLATE_NOOP("recognition", "Not found, although it is needed: {roles}.")
    return Message(text, roles=", ".join(roles))


def nothing_fits() -> Message:
    """No table of the schema is near enough."""
    return Message(QT_TRANSLATE_NOOP("recognition", "Its columns are not those of any business table."))


def money_both_ways(headers: Sequence[str]) -> Message:
    """Money that comes in and goes out: a bank statement or an account."""
    text = QT_TRANSLATE_NOOP(
        "recognition",
        "Money comes in and goes out ({columns}): a bank statement or an account, not a list of sales.",
    )
    return Message(text, columns=", ".join(headers))


def sums_up_month() -> Message:
    """The column names the month that a row sums up."""
    return Message(QT_TRANSLATE_NOOP("recognition", "It names the month that each row sums up."))


def row_a_month() -> Message:
    """The same customers stand in one month after the other."""
    text = QT_TRANSLATE_NOOP(
        "recognition", "The same customers stand in one month after the other: each row holds for its month."
    )
    return Message(text)


def zero_to_ten() -> Message:
    """A rating is the answer of an NPS survey."""
    text = QT_TRANSLATE_NOOP("recognition", "Its answers go from 0 to 10, as those to “would you recommend us?” do.")
    return Message(text)


def pivot_output() -> Message:
    """The sheet is a pivot table's output."""
    return Message(QT_TRANSLATE_NOOP("recognition", "It is the output of a pivot table."))


def product_of(quantity: str, price: str, share: float) -> Message:
    """Quantity times price is the amount."""
    text = QT_TRANSLATE_NOOP("recognition", "“{quantity}” × “{price}” equals it in {percent}% of the rows looked at.")
    return Message(text, quantity=quantity, price=price, percent=round(100 * share))


def never_more(other: str, share: float) -> Message:
    """The rows keep the order that the two columns must have."""
    text = QT_TRANSLATE_NOOP("recognition", "In {percent}% of the rows it is no more than “{other}”, as it should be.")
    return Message(text, other=other, percent=round(100 * share))


def never_less(other: str, share: float) -> Message:
    """The same, seen from the greater column."""
    text = QT_TRANSLATE_NOOP("recognition", "In {percent}% of the rows it is no less than “{other}”, as it should be.")
    return Message(text, other=other, percent=round(100 * share))


def out_of_order(other: str, share: float) -> Message:
    """The rows contradict the roles."""
    text = QT_TRANSLATE_NOOP(
        "recognition", "In {percent}% of the rows it is out of order with “{other}”: look at both."
    )
    return Message(text, other=other, percent=round(100 * share))


def in_cents() -> Message:
    """Raw amounts of a payment interface."""
    text = QT_TRANSLATE_NOOP(
        "recognition", "Whole numbers beside the ids of a payment interface: cents, so they are divided by 100."
    )
    return Message(text)


def in_scale(said: str, factor: float) -> Message:
    """A title or a header says in what amounts are counted."""
    text = QT_TRANSLATE_NOOP("recognition", "“{said}”: amounts are multiplied by {factor}.")
    return Message(text, said=said[:60], factor=f"{factor:,.0f}")


def goes_with(name: str) -> Message:
    """A key that changes with another column alone."""
    return Message(QT_TRANSLATE_NOOP("recognition", "It goes with “{name}”."), name=name)


def fewer_than_customers(name: str) -> Message:
    """A key that cannot be the customers': there are far more of them."""
    text = QT_TRANSLATE_NOOP("recognition", "“{name}” names far more customers than it has values.")
    return Message(text, name=name)


def same_for_any_quantity() -> Message:
    """The amount of a plan does not grow with the quantity."""
    text = QT_TRANSLATE_NOOP("recognition", "It stays the same whatever the quantity: the price of one unit.")
    return Message(text)


def grows_with_quantity() -> Message:
    """The price of a product grows with the quantity."""
    text = QT_TRANSLATE_NOOP("recognition", "It grows with the quantity of a product: what the whole line came to.")
    return Message(text)


def of_whole_line() -> Message:
    """A shop's report whose prices of items are of the whole quantity."""
    text = QT_TRANSLATE_NOOP(
        "recognition", "In this shop's reports the price of an item is that of its whole quantity."
    )
    return Message(text)


def price_beside_quantity() -> Message:
    """Billing systems bill quantity times price, and no row says otherwise."""
    text = QT_TRANSLATE_NOOP("recognition", "A price beside a quantity: of one unit, as billing systems keep it.")
    return Message(text)


def received(others: Sequence[str]) -> Message:
    """Of several amounts this is the money received."""
    text = QT_TRANSLATE_NOOP(
        "recognition", "Of several amounts it is the one received in the end; the others: {columns}."
    )
    return Message(text, columns=", ".join(others))


def one_currency(currency: str) -> Message:
    """Of several amounts this one is in a single currency."""
    text = QT_TRANSLATE_NOOP("recognition", "Of several amounts it is the one in a single currency ({currency}).")
    return Message(text, currency=currency)


def shared_keys(table: str, share: float) -> Message:
    """Its values are keys of another table."""
    text = QT_TRANSLATE_NOOP("recognition", "{percent}% of its values are keys of “{table}”.")
    return Message(text, percent=round(100 * share), table=table)


def months_across(count: int) -> Message:
    """The columns are months."""
    return Message(QT_TRANSLATE_NOOP("recognition", "{count|column is a month|columns are months}."), count=count)


def echoes(header: str) -> Message:
    """The column only says again what another says."""
    text = QT_TRANSLATE_NOOP("recognition", "It only repeats whether “{header}” is filled: kept as an attribute.")
    return Message(text, header=header)


def price_alone() -> Message:
    """The price is all there is to tell what was paid."""
    return Message(QT_TRANSLATE_NOOP("recognition", "There is no quantity and no amount beside it."))


def kinds_of_entries() -> Message:
    """Its words name refunds or payouts."""
    return Message(QT_TRANSLATE_NOOP("recognition", "Its words tell sales from refunds and payouts."))


def net_already(header: str) -> Message:
    """The amount is without tax by its name."""
    text = QT_TRANSLATE_NOOP("recognition", "“{header}” is without tax already, so this is not taken off it.")
    return Message(text, header=header)


def only_date() -> Message:
    """No other column holds dates."""
    return Message(QT_TRANSLATE_NOOP("recognition", "It is the only date of the table."))


def corrected() -> Message:
    """The user said so."""
    return Message(QT_TRANSLATE_NOOP("recognition", "You said so."))
