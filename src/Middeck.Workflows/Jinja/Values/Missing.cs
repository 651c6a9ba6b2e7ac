namespace Middeck.Workflows.Jinja.Values;

/// <summary>Stands where there is no value at all, not even None.</summary>
internal sealed class Missing
{
    private Missing()
    {
    }

    public static Missing Value { get; } = new();
}
