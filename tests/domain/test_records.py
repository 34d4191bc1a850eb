"""Every record is frozen, small and asks for its fields by name, and every builder makes one."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import coprod_desktop.domain
from tests import builders, output_builders, summary_builders

PREFIX = "coprod_desktop.domain."
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(coprod_desktop.domain.__path__, PREFIX)
]
# The engine of policies and its readers work with small values of their own, written in order.
OF_THE_ENGINE = "coprod_desktop.domain.policy."
TOLD = {OF_THE_ENGINE + name for name in ("answers", "cases", "rules", "simple", "versions")}
RECORDS = sorted(
    {
        one
        for module in MODULES
        for one in vars(module).values()
        if inspect.isclass(one)
        and dataclasses.is_dataclass(one)
        and (not one.__module__.startswith(OF_THE_ENGINE) or one.__module__ in TOLD)
    },
    key=lambda record: (record.__name__, record.__module__),
)
# Two modules may each have a Difference of their own, so the module belongs to the name.
NAMES = [f"{one.__module__.removeprefix(PREFIX)}.{one.__name__}" for one in RECORDS]
BUILDERS = {
    name: build
    for module in (builders, output_builders, summary_builders)
    for name, build in vars(module).items()
    if name.startswith(("a_", "an_", "unpaid_"))
}


@pytest.mark.parametrize("record", RECORDS, ids=NAMES)
def test_a_record_is_frozen_slotted_and_asks_for_names(record: Any) -> None:
    wanted = record.__dataclass_params__
    assert wanted.frozen
    assert "__slots__" in vars(record)
    assert all(field.kw_only for field in dataclasses.fields(record))


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS.keys())
def test_a_builder_makes_its_record_and_knows_its_fields(build: Callable[..., Any]) -> None:
    built = build()
    assert type(built) in RECORDS
    first = dataclasses.fields(built)[0].name
    assert getattr(build(**{first: "said"}), first) == "said"
    with pytest.raises(TypeError):
        build(no_such_field=1)


def test_no_two_built_records_have_the_same_number() -> None:
    assert builders.a_project().project_id != builders.a_project().project_id
