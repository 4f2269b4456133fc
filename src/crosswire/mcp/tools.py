"""A method that only reads as a tool: its schemas, and errors that say which argument is wrong and what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, get_type_hints

import msgspec
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import ValidationError

from crosswire.errors import CrosswireError
from crosswire.model import Struct

_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
#: Wrong arguments that one error names, and the characters of an error.
_NAMED, _LONGEST = 5, 1000


class Reading(Tool):
    """A tool that only reads: it takes no argument it does not know, and each of its errors is one line."""

    async def run(self, arguments: dict[str, Any], context: Context[Any, Any], convert_result: bool = False) -> Any:
        """Runs the method; see `Tool.run`."""
        known = self.parameters["properties"]
        unknown = [name for name in arguments if name not in known]
        if unknown:
            told = ", ".join(repr(name) for name in unknown[:_NAMED])
            raise ToolError(clean(f"{self.name}: no such argument: {told} (allowed: {', '.join(known) or 'none'})"))
        try:
            return await super().run(arguments, context, convert_result)
        except UnexpectedToolError:
            raise
        except ToolError as error:
            cause = error.__cause__
            why = _wrong(cause) if isinstance(cause, ValidationError) else str(cause)
            raise ToolError(clean(f"{self.name}: {why}")) from None


def tool(work: Callable[..., Struct]) -> Tool:
    """Returns a method as a tool whose output schema is that of the struct it returns."""

    @wraps(work)
    def call(**named: Any) -> CallToolResult:
        try:
            found = msgspec.json.encode(work(**named)).decode()
        except CrosswireError as error:
            raise ToolError(str(error)) from None
        plain = msgspec.json.decode(found)
        return CallToolResult(content=[TextContent(type="text", text=found)], structured_content=plain)

    made = Reading.from_function(
        call, title=work.__name__.replace("_", " "), annotations=_READS, structured_output=False
    )
    made.parameters["additionalProperties"] = False
    made.fn_metadata = made.fn_metadata.model_copy(update={"output_schema": schema(get_type_hints(work)["return"])})
    return made


def schema(answer: type[Struct]) -> dict[str, Any]:
    """Returns the JSON schema of an answer; the names of its structs stand in `$defs` alone, as a list of tools is read
    whole before any is called."""
    _, components = msgspec.json.schema_components([answer], ref_template="#/$defs/{name}")
    short = {name: {key: value for key, value in one.items() if key != "title"} for name, one in components.items()}
    whole = short.pop(answer.__name__)
    return {**whole, "$defs": short} if short else whole


def clean(message: str) -> str:
    """Returns a message as one line of printable characters, cut where it is very long."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())[:_LONGEST]


def _wrong(error: ValidationError) -> str:
    """Says which arguments are wrong and what is allowed, without the values: those are the asker's."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    told = [f"{'.'.join(str(part) for part in one['loc']) or 'arguments'}: {one['msg']}" for one in found[:_NAMED]]
    return "; ".join(told) + (f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
