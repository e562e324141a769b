"""What Chasqui carries with it: places, rubros, countries, texts, fonts, icons and words.

Everything is read through importlib.resources, so it works from a folder, a wheel
or a frozen program. Only the standard library is imported. Where each table comes
from, and under which licence, is said in resources/README.md.
"""
