"""Stage 3: numbers of something, with what is counted: "أكثر من 65 مليار دولار", "شخصين"."""

from waqai.mentions.quantities.grammar import find_quantities

__all__ = ["find_quantities"]
