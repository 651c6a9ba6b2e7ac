using System.Text.Json;
using Middeck.Core.Errors;

namespace Middeck.Studio.Configuration;

/// <summary>Checks one value of a configuration and knows its path. Absent and null always pass.</summary>
/// <param name="Value">The value; null when it is absent.</param>
/// <param name="Path">Such as <c>config.model.completion_params.temperature</c>.</param>
internal readonly record struct FieldCheck(JsonElement? Value, string Path)
{
    public FieldCheck Member(string name) => new(Value.Member(name), $"{Path}.{name}");

    public IEnumerable<FieldCheck> Items()
    {
        var path = Path;
        return Value.Items().Select((item, index) => new FieldCheck(item, $"{path}[{index}]"));
    }

    public FieldCheck Object() => Kind("an object", JsonValueKind.Object);

    public FieldCheck Flag() => Kind("true or false", JsonValueKind.True, JsonValueKind.False);

    public FieldCheck Text(int maxLength)
    {
        Kind("text", JsonValueKind.String);
        return Value.Text()?.Length > maxLength ? throw Refuse($"must have at most {maxLength:N0} characters") : this;
    }

    public FieldCheck Number(double least, double most)
    {
        Kind("a number", JsonValueKind.Number);
        return Value is null || (Value.Number() is { } number && number >= least && number <= most)
            ? this
            : throw Refuse($"must be a number from {least} to {most}");
    }

    public FieldCheck WholeNumber(int least, int most)
    {
        Kind("a number", JsonValueKind.Number);
        return Value is null || (Value.WholeNumber() is { } number && number >= least && number <= most)
            ? this
            : throw Refuse($"must be a whole number from {least} to {most}");
    }

    public FieldCheck List(int maxItems)
    {
        Kind("a list", JsonValueKind.Array);
        return Value is { } list && list.GetArrayLength() > maxItems
            ? throw Refuse($"must have at most {maxItems} items")
            : this;
    }

    public void Texts(int maxItems, int maxLength)
    {
        foreach (var item in List(maxItems).Items())
        {
            item.Present().Text(maxLength);
        }
    }

    public FieldCheck Present()
        => Value is null or { ValueKind: JsonValueKind.Null } ? throw Refuse("is needed") : this;

    public FaultException Refuse(string rule)
        => new(Fault.Invalid("apps.invalid_config", $"{Path} {rule}.", Path));

    private FieldCheck Kind(string name, params ReadOnlySpan<JsonValueKind> kinds)
        => Value is null || kinds.Contains(Value.Value.ValueKind) ? this : throw Refuse($"must be {name}");
}
