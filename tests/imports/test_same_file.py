"""The very same file brought again: read as before it changes nothing, read otherwise it says what stays of before."""

from smmstrategy.metrics.imports import actions, outcomes
from smmstrategy.metrics.models import Import

SAID = "and was read otherwise then (import {}): what was recorded then and is not said now stays until that import is undone."
SAME = "This very file has been imported before; it changes nothing."


def test_the_same_file_read_otherwise_says_what_stays_until_the_first_import_is_undone(import_export, tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("Day,Things seen\n2026-01-05,7\n")

    def warnings(field):
        (file,) = import_export(path, "--account", "vk:brand", "--columns", f"Things seen={field}")["files"]
        return file["import"], " ".join(file["warnings"])

    first, said = warnings("followers")
    assert "imported before" not in said
    assert SAID.format(first) in warnings("account_views")[1]
    assert SAME in warnings("account_views")[1]


def test_what_stays_until_an_import_is_undone_is_said_no_more_once_it_is(import_export, tmp_path):
    path, fields = tmp_path / "strange.csv", ("followers", "account_views", "account_reach")
    path.write_text("Day,Things seen\n2026-01-05,7\n")
    first, second, third = (
        import_export(path, "--account", "vk:brand", "--columns", f"Things seen={field}")["files"][0]["import"] for field in fields
    )

    def said():
        warnings = Import.objects.get(pk=third).summary["warnings"]
        return [one["params"]["imports"] for one in warnings if one["text"] == outcomes.READ_OTHERWISE]

    assert said() == [f"{first}, {second}"]
    actions.undo(Import.objects.get(pk=first), by=None)
    assert said() == [f"{second}"]
    actions.undo(Import.objects.get(pk=second), by=None)
    assert said() == []
