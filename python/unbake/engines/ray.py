"""Repair of the datasets of Ray Data. The workers need unbake, too."""
import unbake
from unbake.pyarrow import fix_table


def fix_dataset(dataset, columns=None, fixer=unbake._default, **options):
    """The dataset with the strings of ``columns`` repaired, or of all columns of strings.

    ``options`` are those of ``Dataset.map_batches``: ``batch_size``, ``concurrency``, ``num_cpus`` and so on.
    """
    return dataset.map_batches(
        fix_table, batch_format="pyarrow", fn_kwargs={"columns": columns, "fixer": fixer}, zero_copy_batch=True, **options)
