namespace Middeck.Operations.Entry.Routes;

/// <summary>The question that tells a working target from another: any status from 200 to 399 is a good answer.</summary>
/// <param name="PathAndQuery">What is asked of each target.</param>
/// <param name="Interval">The time between two questions.</param>
/// <param name="Timeout">How long an answer may take.</param>
/// <param name="Failures">So many bad answers in a row take it out.</param>
public sealed record TargetCheck(string PathAndQuery, TimeSpan Interval, TimeSpan Timeout, int Failures);
