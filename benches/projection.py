"""Who shared events, with Newman's weights, from a CSV file: by polars, by pandas, by DuckDB.

Run as a program it times one of them, reading included, and prints one line of JSON. `whole.py` calls it.
"""

import argparse
import importlib
import json
import os
import time


def by_polars(file):
    import polars

    rows = polars.read_csv(file, columns=["stakeholder_id", "event_id"]).unique()

    def code(column):
        # what reads as numbers needs none
        numbers = rows.schema[column].is_integer()
        return polars.col(column) if numbers else polars.col(column).cast(polars.Categorical).to_physical()

    size = polars.len().over("event_id")
    rows = rows.with_columns(who=code("stakeholder_id"), event=code("event_id"), size=size)
    rows = rows.filter(polars.col("size") > 1).select("who", "event", weight=1.0 / (polars.col("size") - 1))
    pairs = rows.lazy().join(rows.lazy().select("event", other="who"), on="event")
    pairs = pairs.filter(polars.col("who") < polars.col("other"))
    ties = pairs.group_by("who", "other").agg(polars.col("weight").sum()).collect()
    return len(ties), ties["weight"].sum()


def by_pandas(file):
    import pandas

    from script import projection

    ties = projection(pandas.read_csv(file, usecols=["stakeholder_id", "event_id"]))
    return len(ties), ties["weight"].sum()


def by_duckdb(file):
    import duckdb

    ties = duckdb.sql(f"""
        WITH rows AS (SELECT DISTINCT stakeholder_id AS who, event_id AS event FROM read_csv('{file}', all_varchar = true)),
             sized AS (SELECT who, event, count(*) OVER (PARTITION BY event) AS size FROM rows)
        SELECT a.who, b.who AS other, sum(1.0 / (a.size - 1)) AS weight
        FROM sized a JOIN sized b ON a.event = b.event AND a.who < b.who GROUP BY ALL
    """).fetchnumpy()
    return len(ties["weight"]), ties["weight"].sum()


WAYS = {"polars": by_polars, "pandas": by_pandas, "DuckDB": by_duckdb}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("file")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    os.environ["POLARS_MAX_THREADS"] = str(arguments.threads)
    library = importlib.import_module(arguments.way.lower())
    if arguments.way == "DuckDB":
        library.sql(f"SET threads = {arguments.threads}")
    seconds, processor = [], []
    for _ in range(arguments.runs):
        start, before = time.perf_counter(), time.process_time()
        pairs, total = WAYS[arguments.way](arguments.file)
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - before)
    print(json.dumps({"seconds": seconds, "processor_seconds": processor, "ties": int(pairs), "sum": float(total)}))


if __name__ == "__main__":
    main()
