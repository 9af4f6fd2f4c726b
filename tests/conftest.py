"""Hypothesis without clocks: the same examples everywhere, and no deadline that a busy machine could break."""

from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
