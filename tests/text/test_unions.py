from hypothesis import given
from hypothesis import strategies as st

from runut.text.unions import Unions

NAMES = st.sampled_from("abcdef")


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_groups_do_not_depend_on_the_order_of_joining(pairs):
    one, other = Unions("abcdef"), Unions("abcdef")
    for left, right in pairs:
        one.join(left, right)
    for left, right in reversed(pairs):
        other.join(right, left)
    assert one.groups() == other.groups()
    assert sorted(member for group in one.groups() for member in group) == list("abcdef")


def test_the_smallest_member_names_its_group():
    unions = Unions("cab")
    unions.join("c", "b")
    assert unions.find("c") == "b"
    assert unions.groups() == [["a"], ["b", "c"]]
