namespace Middeck.Studio.Sites.Limits;

/// <summary>How much is allowed; null for as much as one likes.</summary>
internal readonly record struct UseLimit(int? PerMinute, int? PerDay)
{
    public bool IsNone => PerMinute is null && PerDay is null;

    public static UseLimit operator *(UseLimit limit, int times) => new(limit.PerMinute * times, limit.PerDay * times);
}
