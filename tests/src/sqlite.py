"""The store's peer: pages of 50 out of as many records in SQLite. Usage: sqlite.py FILE RECORDS VALUE_BYTES"""

import json
import sqlite3
import sys
import time

PAGE = "SELECT place, value FROM record WHERE place < ? ORDER BY place DESC LIMIT 50"


def main(path: str, records: int, value_bytes: int) -> None:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE record (place BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
    with base:
        rows = ((place(n), bytes((at * 7 + n) & 255 for at in range(value_bytes))) for n in range(records))
        base.executemany("INSERT INTO record VALUES (?, ?)", rows)
    times = []
    for n in range(2_000):
        end = place(n * 0x9E3779B97F4A7C15 % 2**64 % records)
        began = time.perf_counter()
        base.execute(PAGE, (end,)).fetchall()
        times.append((time.perf_counter() - began) * 1e3)
    times.sort()
    name = f"SQLite {sqlite3.sqlite_version}, neither hidden nor sealed"
    page = {"n": len(times), "p50_ms": round(times[len(times) // 2], 3), "p99_ms": round(times[len(times) * 99 // 100], 3)}
    print(json.dumps({"name": name, "records": records, "page_of_50_anywhere": page}))


def place(n: int) -> bytes:
    return n.to_bytes(8, "big") + bytes([7] * 16) + n.to_bytes(8, "big")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
