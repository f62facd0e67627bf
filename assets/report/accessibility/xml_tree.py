"""A small part of a workbook as a tree of elements, names without their prefix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat


class Node:
    """One element: its name, attributes, children and text.

    Attributes:
        name: local name.
        given: its attributes, by local name.
        children: the elements in it.
        text: the text directly in it.
    """

    __slots__ = ("children", "given", "name", "text")

    def __init__(self, name: str, given: Mapping[str, str]) -> None:
        self.name = name
        self.given = {key.rpartition(":")[2]: value for key, value in given.items()}
        self.children: list[Node] = []
        self.text = ""

    def every(self, *names: str) -> Iterator[Node]:
        """All elements of those names at any depth, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.every(*names)

    def first(self, *path: str) -> Node:
        """The first element down a path of names, an empty one where there is none."""
        node: Node = self
        for name in path:
            node = next(node.every(name), NO_NODE)
        return node

    def own(self, name: str) -> Node:
        """The first child of that name, an empty one where there is none."""
        return next((child for child in self.children if child.name == name), NO_NODE)

    def words(self) -> str:
        """All text in it, at any depth."""
        return self.text + "".join(child.words() for child in self.children)


NO_NODE = Node("", {})


def tree_of(part: bytes) -> Node:
    """Read a part.

    Args:
        part: its XML.

    Returns:
        Its root element; an empty one for an empty part.

    Raises:
        ValueError: it is not well-formed.
    """
    top = Node("", {})
    stack = [top]

    def start(name: str, given: dict[str, str]) -> None:
        """An element begins."""
        node = Node(name.rpartition(":")[2], given)
        stack[-1].children.append(node)
        stack.append(node)

    def end(_: str) -> None:
        """An element ends."""
        stack.pop()

    def text(words: str) -> None:
        """Text in the element that is open."""
        stack[-1].text += words

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ValueError("A part of the workbook is not well-formed.") from error
    return top.children[0] if top.children else NO_NODE
