"""Which language a text is in."""

import io
import tarfile
from pathlib import Path

import pytest

from runut.read.language import identify

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "reading" / "dslcc2-id-ms.tar.gz"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Polis memberitahu mangsa ditemui selepas kemalangan itu kerana kereta dipandu laju.", "ms"),
        ("Polisi mengatakan korban ditemukan setelah kecelakaan itu karena mobil melaju kencang.", "id"),
        ("Menteri Besar berkata kerajaan negeri akan menyediakan peruntukan bagi membaiki jambatan itu.", "ms"),
        ("Gubernur mengatakan pemerintah provinsi akan menyiapkan anggaran untuk memperbaiki jembatan itu.", "id"),
        ("Perdana Menteri Malaysia tiba di Kuala Lumpur usai bertemu pengusaha, kata juru bicaranya.", "id"),
        ("The ferry left the harbour on Monday with forty people on board, the captain said.", "en"),
        ("De minister zei dat het voorstel volgende week wordt besproken in de Tweede Kamer.", "nl"),
        ("Le ministre a déclaré que la proposition serait examinée la semaine prochaine.", "fr"),
        ("", "und"),
        ("123 456 ...", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.skipif(not DATA.exists(), reason="needs ../shared")
def test_malay_and_indonesian_on_sentences_that_the_weights_never_saw() -> None:
    import hashlib

    with tarfile.open(DATA) as archive:
        member = archive.extractfile("dslcc2-id-ms/test-gold.id-my.tsv")
        assert member is not None
        rows = [line.split("\t") for line in io.TextIOWrapper(member, encoding="utf-8").read().splitlines()]
    unseen = [row for row in rows if int(hashlib.sha256(row[0].encode()).hexdigest(), 16) % 4 == 0]
    right = sum(identify(text) == ("ms" if label == "my" else "id") for text, label in unseen)
    assert right >= 0.97 * len(unseen)
