using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Dify;

/// <summary>Refuses calls that belong to apps of another kind.</summary>
internal static class DifyModes
{
    public const string NotChat = "dify.not_chat_app";
    public const string NotCompletion = "dify.not_completion_app";
    public const string NotWorkflow = "dify.not_workflow_app";

    private const string Sentence = "Please check if your app mode matches the right API route.";

    /// <exception cref="FaultException"><see cref="NotChat"/>.</exception>
    public static AppSnapshot EnsureChat(AppSnapshot app)
        => AppMode.IsChat(app.Mode) ? app : throw new FaultException(Fault.Invalid(NotChat, Sentence));

    /// <exception cref="FaultException"><see cref="NotCompletion"/>.</exception>
    public static AppSnapshot EnsureCompletion(AppSnapshot app)
        => app.Mode == AppMode.Completion ? app : throw new FaultException(Fault.Invalid(NotCompletion, Sentence));

    /// <exception cref="FaultException"><see cref="NotWorkflow"/>.</exception>
    public static AppSnapshot EnsureWorkflow(AppSnapshot app)
        => app.Mode == AppMode.Workflow ? app : throw new FaultException(Fault.Invalid(NotWorkflow, Sentence));

    /// <exception cref="FaultException"><see cref="NotWorkflow"/>.</exception>
    public static AppSnapshot EnsureGraph(AppSnapshot app)
        => AppMode.IsGraph(app.Mode) ? app : throw new FaultException(Fault.Invalid(NotWorkflow, Sentence));

    /// <summary>For calls about conversations. An app that is not published has none: what they say then is what they say of those.</summary>
    public static async ValueTask<object?> RefuseOthersThanChatAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = context.HttpContext.RequestServices.GetRequiredService<DifyCaller>();
        if (await caller.PublishedAsync(context.HttpContext.RequestAborted) is { } app)
        {
            EnsureChat(app);
        }

        return await next(context);
    }
}
