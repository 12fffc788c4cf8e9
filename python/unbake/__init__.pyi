from typing import Any, Iterable, List, NamedTuple, Optional, Sequence, Tuple, TypeVar, Union

Text = TypeVar("Text", str, bytes)
AnyText = Union[str, bytes]

__version__: str

class Loss(NamedTuple):
    start: int
    end: int
    candidates: Tuple[Tuple[str, float], ...]

class Span(NamedTuple):
    start: int
    end: int
    before: AnyText
    after: AnyText
    path: str
    profile: str
    notation: str
    score: float
    confidence: float
    losses: Tuple[Loss, ...]
    fidelity: float = ...

class Repair(NamedTuple):
    text: AnyText
    changed: bool
    spans: Tuple[Span, ...]
    score: float

class Finding(NamedTuple):
    span: Span
    verdict: str
    reason: str
    kind: str = ...

class Guess(NamedTuple):
    encoding: str
    confidence: float

class Vote(NamedTuple):
    source: str
    encoding: str
    agrees: bool
    contradicted: bool

class Piece(NamedTuple):
    start: int
    end: int
    encoding: str

class Stray(NamedTuple):
    start: int
    end: int
    encoding: str
    text: str

class Decoded(NamedTuple):
    text: str
    encoding: str
    confidence: float
    repairs: Tuple[Span, ...]
    alternatives: List[Guess]
    votes: List[Vote]
    pieces: List[Piece]
    strays: List[Stray]

class Binary(ValueError): ...

class Fixer:
    def __init__(
        self,
        *,
        min_confidence: float = ...,
        max_layers: int = ...,
        lossy: str = ...,
        allow: Optional[Iterable[str]] = ...,
        deny: Optional[Iterable[str]] = ...,
        notations: Optional[Iterable[str]] = ...,
        evidence: Optional[AnyText] = ...,
    ) -> None: ...
    def fix(self, text: Text, /) -> Text: ...
    def fix_many(self, texts: Iterable[AnyText], threads: int = ...) -> List[Any]: ...
    def score(self, text: AnyText, /) -> float: ...
    def repair(self, text: AnyText) -> Repair: ...
    def explain(self, text: AnyText) -> List[Finding]: ...
    def check(self, text: AnyText) -> int: ...
    def decode(
        self,
        data: Union[bytes, bytearray, memoryview],
        *,
        encoding: Optional[str] = ...,
        http_charset: Optional[str] = ...,
        html: bool = ...,
        language: Optional[str] = ...,
        domain: Optional[str] = ...,
        repair: bool = ...,
    ) -> Decoded: ...
    def fix_arrow(self, column: Any) -> Any: ...
    def collect_evidence(self, texts: Iterable[AnyText], known: Optional[str] = ...) -> Optional[str]: ...

def fix(text: Text, /) -> Text: ...
def fix_many(texts: Iterable[AnyText], threads: int = ...) -> List[Any]: ...
def score(text: AnyText, /) -> float: ...
def repair(text: AnyText) -> Repair: ...
def explain(text: AnyText) -> List[Finding]: ...
def check(text: AnyText) -> int: ...
def bake(text: Text, path: str, profile: str = ...) -> Text: ...
def decode(
    data: Union[bytes, bytearray, memoryview],
    *,
    encoding: Optional[str] = ...,
    http_charset: Optional[str] = ...,
    html: bool = ...,
    language: Optional[str] = ...,
    domain: Optional[str] = ...,
    repair: bool = ...,
) -> Decoded: ...
def fix_arrow(column: Any) -> Any: ...
def collect_evidence(texts: Iterable[AnyText], known: Optional[str] = ...) -> Optional[str]: ...
def names(kind: str) -> Sequence[str]: ...
