"""Repair of the datasets of Hugging Face."""
import unbake


_TEXT = ("string", "large_string")


def _fix_table(table, columns, fixer, version):
    """``version`` is nothing to the repair: it makes answers that an older version left in the cache others."""
    from unbake.pyarrow import fix_table

    return fix_table(table, columns, fixer)


def _fix_lists(batch, columns, fixer):
    for name in columns:
        present = [i for i, text in enumerate(batch[name]) if text is not None]
        texts = list(batch[name])
        for i, text in zip(present, fixer.fix_many([texts[i] for i in present])):
            texts[i] = text
        batch[name] = texts
    return batch


def fix_dataset(dataset, columns=None, fixer=unbake._default, **options):
    """The dataset with the strings of ``columns`` repaired, or of all columns of strings; its format and features stay.

    ``options`` are those of ``Dataset.map``: ``batch_size``, ``num_proc`` and so on. A dataset that is streamed needs
    ``columns`` named if its features are not known.
    """
    import datasets

    if isinstance(dataset, datasets.IterableDataset):
        if columns is None:
            if dataset.features is None:
                raise ValueError("the features of the dataset are not known: name the columns")
            columns = [name for name, kind in dataset.features.items() if getattr(kind, "dtype", "") in _TEXT]
        return dataset.map(_fix_lists, batched=True, fn_kwargs={"columns": list(columns), "fixer": fixer}, **options)
    given = {"columns": columns, "fixer": fixer, "version": unbake.__version__}
    fixed = dataset.with_format("arrow").map(_fix_table, batched=True, fn_kwargs=given, features=dataset.features, **options)
    format = dataset.format
    fixed.set_format(format["type"], format["columns"], format["output_all_columns"], **format["format_kwargs"])
    return fixed
