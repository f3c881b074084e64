"""Reads class files as the JVM specification defines them (chapter 4): which methods have code at
which source lines. Independent of Mendgate's own reading of sources."""
import struct


class ClassFile:
    """name (binary, with dots), source (SourceFile or None), methods: [(name, sorted lines)]"""

    def __init__(self, data):
        self.data = data
        self.at = 8
        self.pool = self._pool()
        self.at += 2
        self.name = self._class(self._u2()).replace("/", ".")
        self.at += 2
        self._skip(2 * self._u2())
        self._members(lambda name, attributes: None)
        self.methods = []
        self._members(self._method)
        self.source = None
        for name, start, _ in self._attributes():
            if name == "SourceFile":
                self.source = self.pool[struct.unpack_from(">H", data, start)[0]]

    def _skip(self, size):
        self.at += size

    def _u2(self):
        self.at += 2
        return struct.unpack_from(">H", self.data, self.at - 2)[0]

    def _u4(self):
        self.at += 4
        return struct.unpack_from(">I", self.data, self.at - 4)[0]

    def _class(self, index):
        return self.pool[self.pool[index]]

    def _pool(self):
        count = self._u2()
        pool = [None] * count
        i = 1
        while i < count:
            tag = self.data[self.at]
            self.at += 1
            if tag == 1:
                size = self._u2()
                pool[i] = self.data[self.at:self.at + size].decode("utf-8", "replace")
                self.at += size
            elif tag in (7, 8, 16, 19, 20):
                pool[i] = self._u2()
            elif tag in (3, 4, 9, 10, 11, 12, 17, 18):
                self.at += 4
            elif tag in (5, 6):
                self.at += 8
                i += 1
            elif tag == 15:
                self.at += 3
            else:
                raise ValueError("constant tag %d" % tag)
            i += 1
        return pool

    def _attributes(self):
        found = []
        for _ in range(self._u2()):
            name = self.pool[self._u2()]
            size = self._u4()
            found.append((name, self.at, size))
            self.at += size
        return found

    def _members(self, visit):
        for _ in range(self._u2()):
            self.at += 2
            name = self.pool[self._u2()]
            self.at += 2
            visit(name, self._attributes())

    def _method(self, name, attributes):
        lines = set()
        for attribute, start, _ in attributes:
            if attribute != "Code":
                continue
            after = self.at
            self.at = start + 4
            self._skip(self._u4())
            self._skip(8 * self._u2())
            for inner, inner_start, _ in self._attributes():
                if inner == "LineNumberTable":
                    count = struct.unpack_from(">H", self.data, inner_start)[0]
                    for i in range(count):
                        lines.add(struct.unpack_from(">H", self.data, inner_start + 4 + 4 * i)[0])
            self.at = after
        self.methods.append((name, sorted(lines)))


def read_classes(root):
    """All classes below a folder, by binary name."""
    import pathlib

    classes = {}
    for path in sorted(pathlib.Path(root).rglob("*.class")):
        if path.name != "module-info.class":
            parsed = ClassFile(path.read_bytes())
            classes[parsed.name] = parsed
    return classes
