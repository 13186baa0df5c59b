"""Writes the smallest OLE files ([MS-CFB], version 3) and Outlook mails in them, since no library writes either."""

import struct

Tree = dict[str, "bytes | Tree"]
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_CUTOFF = 4096  # smaller streams share one stream of 64-byte pieces


def ole(tree: Tree) -> bytes:
    """Pack storages (dicts) and streams (bytes) into an OLE file."""
    entries: list[list] = [["Root Entry", 5, None, _END, 0, _FREE]]
    sectors: list[bytes] = []
    chain: list[int] = []
    mini, mini_chain = bytearray(), []

    def allot(data: bytes) -> int:
        first = len(sectors)
        for at in range(0, len(data), 512):
            sectors.append(data[at : at + 512].ljust(512, b"\0"))
            chain.append(len(sectors))
        chain[-1] = _END
        return first

    def allot_mini(data: bytes) -> int:
        first = len(mini) // 64
        for at in range(0, len(data), 64):
            mini.extend(data[at : at + 64].ljust(64, b"\0"))
            mini_chain.append(len(mini) // 64)
        mini_chain[-1] = _END
        return first

    def add(parent: int, inside: Tree) -> None:
        before = None
        for name, value in inside.items():
            number = len(entries)
            storage = isinstance(value, dict)
            start = _END if storage or not value else (allot if len(value) >= _CUTOFF else allot_mini)(value)
            entries.append([name, 1 if storage else 2, None, start, 0 if storage else len(value), _FREE])
            entries[parent if before is None else before][2 if before is None else 5] = number
            before = number
            if storage:
                add(number, value)

    add(0, tree)
    if mini:
        entries[0][3], entries[0][4] = allot(bytes(mini)), len(mini)
    packed = b""
    for name, kind, child, start, size, right in entries:
        wide = (name + "\0").encode("utf-16-le")
        packed += wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1)
        packed += struct.pack("<III", _FREE, right, _FREE if child is None else child)
        packed += bytes(36) + struct.pack("<IQ", start, size)
    directory = allot(packed)
    small = b"".join(struct.pack("<I", n) for n in mini_chain)
    mini_fat = allot(small.ljust(-(-len(small) // 512) * 512, b"\xff")) if small else _END
    fat_sectors = 1
    while (len(sectors) + fat_sectors) * 4 > fat_sectors * 512:
        fat_sectors += 1
    table = [*chain, *[_FAT] * fat_sectors]
    fat = b"".join(struct.pack("<I", n) for n in table).ljust(fat_sectors * 512, b"\xff")
    difat = [len(sectors) + n for n in range(fat_sectors)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, directory, 0, _CUTOFF, mini_fat, -(-len(small) // 512), _END, 0)
    head += b"".join(struct.pack("<I", n) for n in difat).ljust(436, b"\xff")
    return head + b"".join(sectors) + fat


def mail(subject: str, body: str | bytes, *attachments: "tuple[str, bytes | Tree]", html: bytes = b"") -> Tree:
    """Lay out a mail as Outlook saves it; a body in bytes is one of an old Outlook, a tree a mail that is attached."""
    tree: Tree = {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": subject.encode("utf-16-le")}
    if body:
        wide = isinstance(body, str)
        tree["__substg1.0_1000001F" if wide else "__substg1.0_1000001E"] = body.encode("utf-16-le") if wide else body
    if html:
        tree["__substg1.0_10130102"] = html
    for n, (name, data) in enumerate(attachments):
        own: Tree = {"__properties_version1.0": bytes(8), "__substg1.0_3707001F": name.encode("utf-16-le")}
        own["__substg1.0_3701000D" if isinstance(data, dict) else "__substg1.0_37010102"] = data
        tree[f"__attach_version1.0_#{n:08X}"] = own
    return tree
