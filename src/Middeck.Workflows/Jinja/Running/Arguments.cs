namespace Middeck.Workflows.Jinja.Running;

/// <summary>What a call passes: values by position, then by name.</summary>
internal sealed class Arguments(object?[] positional, List<KeyValuePair<string, object?>>? named = null)
{
    public static Arguments None { get; } = new([]);

    public object?[] Positional { get; } = positional;

    /// <summary>In their order; null when there is none.</summary>
    public List<KeyValuePair<string, object?>>? Named { get; } = named is { Count: > 0 } ? named : null;

    public bool IsEmpty => Positional.Length == 0 && Named is null;

    public static Arguments Of(params object?[] positional) => new(positional);

    /// <summary>The same without the first ones by position.</summary>
    public Arguments Skip(int count) => new(Positional[count..], Named);
}
