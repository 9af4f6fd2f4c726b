from runut.present.trace import BROKEN, SPACES, VERBATIM, compare_words


def test_words_that_stand_there_are_verbatim():
    assert compare_words("siap berangkat", "siap berangkat") == VERBATIM


def test_tags_and_references_between_words_do_not_count_on_a_page_with_markup():
    page = 'Kami <a href="/x">siap</a> &amp; tenang<!-- iklan --><script>if (a < b) {}</script>'
    assert compare_words("Kami siap & tenang", page, markup=True) == VERBATIM
    assert compare_words("Kami siap & tenang", page) == BROKEN


def test_other_spaces_are_said():
    assert compare_words("siap berangkat", "siap\n   berangkat") == SPACES


def test_other_words_are_broken():
    assert compare_words("siap berangkat", "siap pulang") == BROKEN
    assert compare_words("", "") == VERBATIM
    assert compare_words("a", "") == BROKEN
