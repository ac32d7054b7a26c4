"""Tables of which every row is rejected, as comments are, need no account, no role and no answer, whatever is known or said."""

import pytest

from smmstrategy.metrics.imports.reading.columns import headers

HERE = {"own": {"telegram": ["1325045928"]}, "names": {"telegram": {"1325045928": "1325045928"}}}
COMMENTS = (
    "tg_message_id,tg_chat_id,post_tg_message_id,author_tg_user_id,published_at,text,reaction_count\n"
    "76,1325045928,75,-1001325045928.0,2021-07-21T15:30:34+00:00,,0\n"
    "90,1325045928,75,77,2021-07-22T15:30:34+00:00,Спасибо,1\n"
)
REACTIONS = (
    "entity_type,owner_tg_chat_id,owner_tg_message_id,reaction,reaction_count\npost,1325045928,4,👍,2\npost,1325045928,5,🔥,1\n"
)


@pytest.mark.parametrize("table", [COMMENTS, REACTIONS])
@pytest.mark.parametrize("known", [HERE, {"names": HERE["names"]}, {}])
def test_no_account_that_is_known_makes_a_question_of_them(understood, table, known):
    found = understood(table, context=known)
    assert (found["question"], len(found["rejected"]), found["warnings"]) == ({}, 2, [])


@pytest.mark.parametrize("fields", [{"tg_chat_id": "account"}, {"owner_tg_chat_id": "account"}, {"reaction_count": "likes"}])
@pytest.mark.parametrize("table", [COMMENTS, REACTIONS])
def test_what_a_command_says_of_columns_asks_nothing_of_them_and_claims_no_figures(understood, table, fields):
    found = understood(table, context=HERE, fields_by_header=fields, is_one_of_several=True)
    told = [one["text"] for one in found["warnings"] if "The file has no column by a name" not in one["text"]]
    assert (found["question"], len(found["rejected"]), told) == ({}, 2, [])


def test_nor_does_what_was_said_of_them_before(understood):
    said = {"kind": "comments", "rows": "nothing", "network": "", "fields": {"tg_chat_id": "account"}}
    signature = headers.signature(COMMENTS.splitlines()[0].split(","))
    found = understood(COMMENTS, context=HERE, columns_by_signature={signature: said})
    assert (found["question"], len(found["rejected"]), found["warnings"]) == ({}, 2, [])


def test_a_folder_says_the_same_of_them_before_and_after_its_posts(import_export, tmp_path):
    (tmp_path / "c.csv").write_text(COMMENTS)
    (tmp_path / "d.csv").write_text("tg_chat_id,title,type,invite_link\n1325045928,Dolgolive,channel,\n")
    (tmp_path / "e.csv").write_text(COMMENTS.replace("Спасибо", "Ура"))
    (tmp_path / "f.csv").write_text(REACTIONS)
    said = import_export(tmp_path, "--role", "competitor")
    of_nothing = [file for file in said["files"] if file["kind"] != "telegram_chats"]
    assert [(file["error"], file["rejected"], file["warnings"]) for file in of_nothing] == [("", 2, [])] * 3
    assert said["status"] == 0
