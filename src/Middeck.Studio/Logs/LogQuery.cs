using Microsoft.AspNetCore.Mvc;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Logs;

/// <summary>Asks for a part of an app's conversations.</summary>
internal sealed record LogQuery
{
    /// <summary>With activity since then.</summary>
    [FromQuery(Name = "from")]
    public DateTimeOffset? From { get; init; }

    /// <summary>With activity before then.</summary>
    [FromQuery(Name = "to")]
    public DateTimeOffset? To { get; init; }

    /// <summary>The id of a person, or the app's own program's name for one.</summary>
    [FromQuery(Name = "user")]
    public string? User { get; init; }

    /// <summary><c>console</c>, <c>api</c> and so on; <c>preview</c> and <c>evaluation</c> for drafts and tests, which are left out otherwise.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary><c>like</c>, <c>dislike</c>, <c>none</c>, <c>annotated</c>, <c>operator_like</c> or <c>operator_dislike</c>.</summary>
    [FromQuery(Name = "feedback")]
    public string? Feedback { get; init; }

    /// <summary><c>provider/model</c> that answered last.</summary>
    [FromQuery(Name = "model")]
    public string? Model { get; init; }

    /// <summary>What the conversation cost at least.</summary>
    [FromQuery(Name = "min_cost")]
    public decimal? MinCost { get; init; }

    /// <summary>True: with an answer that failed; false: without one.</summary>
    [FromQuery(Name = "errors")]
    public bool? Errors { get; init; }

    /// <summary>Words that a question or an answer holds; the newest match comes first then.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <param name="appId">Whose log it is.</param>
    /// <exception cref="FaultException"><c>logs.invalid_filter</c>.</exception>
    public LogFilter ToFilter(Guid appId)
    {
        var terms = Word(Search, "search", 500) is { } words ? SearchTerms.Of(appId, words) : [];
        if (!string.IsNullOrWhiteSpace(Search) && terms.Count == 0)
        {
            throw Refuse("search", "must hold a letter or a digit");
        }

        return new LogFilter(
            From,
            To,
            Word(User, "user", 500),
            Word(Source, "source", 50),
            FeedbackOf(Feedback),
            Word(Model, "model", 1_000),
            MinCost is null or >= 0 ? MinCost : throw Refuse("min_cost", "must not be negative"),
            Errors,
            terms);
    }

    private static string? Word(string? text, string field, int longest)
        => string.IsNullOrWhiteSpace(text) ? null
            : text.Length > longest ? throw Refuse(field, $"must have at most {longest:N0} characters")
            : !StorableJson.IsStorable(text) ? throw Refuse(field, "holds a character that no text has, such as NUL")
            : text.Trim();

    private static LogFeedback? FeedbackOf(string? word)
        => string.IsNullOrEmpty(word) ? null
            : SnakeCase.TryParse<LogFeedback>(word, out var feedback) ? feedback
            : throw Refuse("feedback", "must be like, dislike, none, annotated, operator_like or operator_dislike");

    private static FaultException Refuse(string field, string rule)
        => new(Fault.Invalid("logs.invalid_filter", $"{field} {rule}.", field));
}
