namespace Middeck.Workflows.Jinja;

/// <summary>What one rendering may use.</summary>
public sealed record JinjaLimits
{
    /// <summary>How long it may take. 5 seconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The length of the result in characters. 400,000.</summary>
    public int MaxLength { get; init; } = 400_000;

    /// <summary>The length of any text on the way in characters. 2,000,000.</summary>
    public int MaxText { get; init; } = 2_000_000;

    /// <summary>The numbers in a <c>range()</c>. 100,000.</summary>
    public int MaxRange { get; init; } = 100_000;

    /// <summary>The items of a list. 1,000,000.</summary>
    public int MaxItems { get; init; } = 1_000_000;

    /// <summary>What a rendering may build in all: characters of texts and items of lists. 256 million.</summary>
    public long MaxBuilt { get; init; } = 256_000_000;

    /// <summary>How deep macros and loops may call themselves. 250.</summary>
    public int MaxDepth { get; init; } = 250;
}
