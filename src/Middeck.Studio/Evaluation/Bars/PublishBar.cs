namespace Middeck.Studio.Evaluation.Bars;

/// <summary>What an app has to reach before it is published.</summary>
/// <param name="SetId">The test set that counts.</param>
/// <param name="SetName">What it is called.</param>
/// <param name="Passed">The share of its cases that have to pass, 0 to 1.</param>
/// <param name="Similarity">The mean nearness to the expected answers; null when it does not count.</param>
/// <param name="Model">The model's mean grade as 0 to 1; null when it does not count.</param>
/// <param name="UpdatedAt">When it was set.</param>
internal sealed record PublishBar(
    Guid SetId, string SetName, double Passed, double? Similarity, double? Model, DateTimeOffset UpdatedAt);
