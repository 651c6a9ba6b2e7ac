namespace Middeck.Jobs.Running;

/// <summary>How long a job rests after an attempt that failed unexpectedly.</summary>
internal static class RetryDelay
{
    /// <summary>5 s after the first attempt, 25 s after the second.</summary>
    public static TimeSpan After(int attempt) => TimeSpan.FromSeconds(Math.Pow(5, attempt));
}
