"""Statements: somebody says something, and through whom we know it."""

from waqai.extract.statements.grammar import find_statements

__all__ = ["find_statements"]
