"""Tables: the cases of a bench, results, reviews."""
import csv
import os

GUARDS = ("null guard", "bounds guard", "early return", "type check", "lazy init")


def read_table(path):
    """Returns the rows as dictionaries; none where there is no such file."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write_table(path, columns, rows):
    """Writes the columns of all rows; what would break a cell becomes a space."""
    with open(path + ".part", "w", encoding="utf-8") as file:
        for cells in [columns] + [[str(row[c]) for c in columns] for row in rows]:
            file.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
    os.replace(path + ".part", path)


def read_cases(bench):
    """Returns name -> row of cases.tsv."""
    return {row["case"]: row for row in read_table(os.path.join(bench, "cases.tsv"))}
