using System.Text.Json;

namespace Middeck.Knowledge.External;

/// <summary>Both shapes of an answer: passages, or an error.</summary>
internal sealed record ExternalAnswer(
    IReadOnlyList<ExternalRecord?>? Records, JsonElement? ErrorCode, string? ErrorMsg)
{
    /// <summary>The error's number; null when it is none.</summary>
    public int? Error => ErrorCode switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var code) => code,
        { ValueKind: JsonValueKind.String } text when int.TryParse(text.GetString(), out var code) => code,
        _ => null,
    };
}
