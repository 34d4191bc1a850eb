"""Make a believable year of an invented charity, the same for the same seed."""

from coprod_desktop.services.demo.build import DEMO_NOW, build_demo

__all__ = ["DEMO_NOW", "build_demo"]
