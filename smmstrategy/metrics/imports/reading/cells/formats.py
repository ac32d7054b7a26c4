"""The format of a post as files call it."""

import re

FORMATS = {
    "text": "text status текст статус note",
    "image": "image photo picture фото изображение картинка photos ig_image",
    "video": "video видео videos native",
    "carousel": "carousel album карусель альбом sidecar галерея",
    "short_video": "reel reels short shorts клип клипы рилс шортс clip",
    "story": "story stories история истории сторис",
    "link": "link links ссылка share sharedvideo",
    "poll": "poll опрос",
    "live": "live трансляция эфир",
    "audio": "audio аудио подкаст podcast",
}
FORMAT_OF = {word: code for code, words in FORMATS.items() for word in words.split()}


def called(text: str) -> str:
    """The format a word in the file names: «IG reel», «Photo», «Видео»; «other» for words unknown here."""
    words = re.findall(r"[\w]+", text.lower())
    return next((FORMAT_OF[word] for word in reversed(words) if word in FORMAT_OF), "other" if words else "")


def is_called(text: str) -> bool:
    """It says a format and hardly anything else."""
    return called(text) not in ("", "other") and len(text.split()) <= 2
