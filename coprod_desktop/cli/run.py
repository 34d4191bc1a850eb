"""Read the arguments, do the command, and end with an exit code that a script can trust."""

import os
import sys
from collections.abc import Sequence

from coprod_desktop.cli.answers import RefusedError, refuse, say, speak_utf_8
from coprod_desktop.cli.arguments import build_parser
from coprod_desktop.cli.door import knock
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _

STOPPED = 130  # what shells expect of a program that Ctrl+C ended


def main(words: Sequence[str] | None = None) -> int:
    """Do one command: 0 is done, 1 is refused with a plain sentence, 2 is wrong usage."""
    speak_utf_8()
    try:
        return _do(words)
    except SystemExit as ended:  # argparse has said what is missing, or printed the help
        return ended.code if isinstance(ended.code, int) else 2
    except BrokenPipeError:
        # Whoever read our answer has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt as stopped:
        plain = _("Stopped. What was saved before is safe; nothing of this step was saved.")
        refuse(str(stopped) or plain)
        return STOPPED


def _do(words: Sequence[str] | None) -> int:
    try:
        arguments = build_parser().parse_args(words)
        knock(arguments)
        return say(arguments.command(arguments), is_json=arguments.json)
    except RefusedError as error:
        return refuse(error.sentence)
    except DomainError as error:
        from coprod_desktop.services.sentences import sentence

        return refuse(sentence(error))
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001  # the last door: a sentence, never a bare traceback
        from coprod_desktop.cli.unforeseen import note

        return refuse(note(error))
