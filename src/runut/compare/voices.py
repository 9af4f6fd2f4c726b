"""Whether two speakers may be one: the same, one that completes the other, unknown, or somebody else."""

from typing import Literal

from runut.compare.material import Voice

Fit = Literal["same", "compatible", "unknown", "other"]
VAGUE = ("role", "collective", "anonymous", "unknown")


def fit_voices(left: Voice, right: Voice) -> Fit:
    """How two speakers fit.

    "same": one story entity or one name; "compatible": a vague or collective speaker whose words are among the other's
    names and roles (a ministry and its minister); "unknown": one of them is not known; "other": two different ones.
    """
    if left.name is None or right.name is None:
        return "unknown"
    if set(left.keys) & set(right.keys):
        return "same"
    shared = left.words & right.words
    if left.words <= right.words or right.words <= left.words:
        return "same" if shared else "unknown"
    if left.how in VAGUE or right.how in VAGUE:
        return "compatible" if shared else "unknown"
    return "compatible" if shared and (len(left.words) > 3 or len(right.words) > 3) else "other"
