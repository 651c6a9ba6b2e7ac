using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Studio.Sites;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>What the page <c>/form/{token}</c> asks. Whoever shows the token, 128 random bits, may see the form and answer it.</summary>
internal static class PublicFormEndpoints
{
    public static void MapPublicForms(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapVisitorGroup("/s/api/forms").WithTags("Public pages");
        group.MapGet("/{form}", FindAsync).WithName("GetPublicForm").WithSummary("Read a form that a run waits for");
        group.MapPost("/{form}", AnswerAsync).WithName("AnswerPublicForm").WithSummary("Fill in a form");
    }

    private static async Task<Ok<PublicForm>> FindAsync(
        string form, WorkflowFormStore forms, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (found, appName) = await OpenAsync(form, forms, cancellationToken);
        return TypedResults.Ok(PublicForm.Of(found, appName, clock.GetUtcNow()));
    }

    private static async Task<NoContent> AnswerAsync(
        string form, AnswerForm body, WorkflowFormStore forms, WorkflowForms answers, CancellationToken cancellationToken)
    {
        var (found, _) = await OpenAsync(form, forms, cancellationToken);
        if (body.Inputs is { } inputs && ForgedFile.IsIn(inputs))
        {
            throw FormFaults.NoFiles();
        }

        await answers.AnswerAsync(found, body.Action, body.Inputs, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<(WorkflowForm Form, string AppName)> OpenAsync(
        string token, WorkflowFormStore forms, CancellationToken cancellationToken)
        => await forms.FindAsync(token, cancellationToken) is { Form: { } form, AppName: { } name } ? (form, name) : throw WorkflowFaults.FormNotFound();
}
