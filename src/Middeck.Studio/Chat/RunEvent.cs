using Middeck.Studio.Agents;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Chat;

/// <summary>What those who watch a run hear. Closed: nothing outside this file can add a case.</summary>
internal abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>Whether nothing comes after an event.</summary>
    public static bool IsLast(RunEvent next) => next is Ended or Failed;

    /// <summary>The passages are found and the model is being asked.</summary>
    public sealed record Started(IReadOnlyList<Citation> Citations) : RunEvent;

    /// <summary>More text of the answer.</summary>
    public sealed record Delta(string Text) : RunEvent;

    /// <summary>Another text takes the place of all text until now.</summary>
    public sealed record Replaced(string Text) : RunEvent;

    /// <summary>A step of an agent began, or has come to something. Later ones take the place of earlier ones of the same step.</summary>
    public sealed record Stepped(AgentStep Step) : RunEvent;

    /// <summary>A tool made a file.</summary>
    public sealed record FileMade(Guid CallId, AppFile File) : RunEvent;

    /// <summary>A person is asked whether a tool may be called, or has answered.</summary>
    public sealed record Confirming(ToolConfirmation Question) : RunEvent;

    /// <summary>Something happened in the graph that the answer comes of.</summary>
    /// <param name="What">As Dify's streams tell it.</param>
    public sealed record Graph(WorkflowEvent What) : RunEvent;

    /// <summary>The end, reached by the model or by a stop. The row holds the same.</summary>
    public sealed record Ended(
        string Answer,
        IReadOnlyList<Citation> Citations,
        RunUsage Usage,
        AnnotationReply? Annotation = null,
        bool IsModerated = false) : RunEvent;

    /// <summary>The end by an error. The row holds the same.</summary>
    public sealed record Failed(RunFailure Failure) : RunEvent;
}
