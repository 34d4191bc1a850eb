"""Keep the bank layouts that the charity wrote itself."""

import argparse

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.i18n import _


def show_all(arguments: argparse.Namespace) -> Answer:
    """Name the charity's own layouts."""
    with opened(arguments) as office:
        names = [one.name for one in office.own_layouts.all()]
    words = names or [_("There is no layout of your own yet.")]
    return Answer(told={"own_layouts": names}, words=words)


def save(arguments: argparse.Namespace) -> Answer:
    """Save a layout, after every mistake in it is told."""
    with opened(arguments) as office:
        saved = office.own_layouts.save(arguments.layout, arguments.name)
    words = _(
        "The layout {name} is saved. Try it with a payment of one pound before the first pay run."
    )
    return Answer(told={"name": saved.name}, words=[words.format(name=saved.name)])


def show(arguments: argparse.Namespace) -> Answer:
    """Print the text of a layout."""
    with opened(arguments) as office:
        found = office.own_layouts.named(arguments.name)
    return Answer(told={"name": found.name, "text": found.text}, words=found.text.splitlines())


def template(arguments: argparse.Namespace) -> Answer:
    """Print a layout to copy and change."""
    with opened(arguments) as office:
        text = office.own_layouts.template()
    return Answer(told={"text": text}, words=text.splitlines())


def remove(arguments: argparse.Namespace) -> Answer:
    """Remove a layout that no file was made in."""
    with opened(arguments) as office:
        removed = office.own_layouts.remove(arguments.name)
    words = _("The layout {name} is removed.").format(name=removed.name)
    return Answer(told={"removed": removed.name}, words=[words])
