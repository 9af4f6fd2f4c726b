import difflib

import pytest

from runut.pipeline.walk_back import trace_id
from runut.present.trace import VERBATIM
from runut.store import open_store
from tests.golden.pile import GOLDEN, example_dossier, golden_texts


@pytest.fixture(scope="module")
def texts():
    return golden_texts()


@pytest.mark.parametrize("name", ["dossier.id.txt", "dossier.en.txt"])
def test_the_dossier_reads_as_accepted(name, texts):
    kept = (GOLDEN / name).read_text(encoding="utf-8")
    diff = "\n".join(difflib.unified_diff(kept.splitlines(), texts[name].splitlines(), "kept", "now", "", "", 1))
    assert not diff, f"make golden shows this; make golden ACCEPT=1 keeps it\n{diff}"


def test_every_line_traces_to_its_page():
    store = open_store("")
    dossier = example_dossier("id", store)
    lines = [line for story in dossier.stories for line in story.lines]
    assert len(lines) > 30
    verdicts = {line.id: trace_id(line.id, store).verdict for line in lines}
    assert {line.text: verdicts[line.id] for line in lines if verdicts[line.id] != VERBATIM} == {}
