using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Running;

/// <summary>Bound parameters as the types that filters want.</summary>
internal static class Parameters
{
    public static bool Given(this object?[] values, int at) => values[at] != Missing.Value;

    /// <summary>The value; null (Python's None) when none was given.</summary>
    public static object? Or(this object?[] values, int at, object? otherwise = null)
        => values[at] == Missing.Value ? otherwise : values[at];

    public static bool Flag(this object?[] values, int at)
        => values[at] != Missing.Value && Truth.Of(values[at]);

    /// <summary>An integer as Python takes one for an index: an int or a bool.</summary>
    public static int Whole(this object?[] values, int at, int otherwise)
        => values[at] == Missing.Value ? otherwise : Numbers.Index(values[at]);
}
