namespace Middeck.Models.Usage;

/// <summary>By what usage is summed.</summary>
internal enum UsageGroup
{
    Day,
    Model,
    App,
}
