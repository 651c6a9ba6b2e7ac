namespace Middeck.Search.Tests;

/// <summary>
/// Ids that are in the order of their numbers, so that a test can say which of two equal hits comes first.
/// </summary>
internal static class Numbered
{
    public static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
