using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>What the caller of a webhook hears.</summary>
internal abstract record WebhookAnswer : IResult
{
    private const string RunHeader = "X-Workflow-Run-Id";

    private WebhookAnswer()
    {
    }

    public abstract Task ExecuteAsync(HttpContext httpContext);

    /// <summary>A text, as JSON when it is that.</summary>
    public sealed record Said(Guid Run, int Status, string Text) : WebhookAnswer
    {
        public override Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Status;
            response.Headers[RunHeader] = Run.ToString();
            // The address lies where the console lies: nothing that a caller sent may run there.
            response.Headers.XContentTypeOptions = "nosniff";
            if (HttpMethods.IsHead(httpContext.Request.Method) || Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            {
                return Task.CompletedTask;
            }

            response.ContentType = IsJson(Text) ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
            return response.WriteAsync(Text, Encoding.UTF8, httpContext.RequestAborted);
        }

        private static bool IsJson(string text)
        {
            if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            {
                return false;
            }

            try
            {
                using var document = JsonDocument.Parse(text);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>A refusal with a status that faults do not have.</summary>
    public sealed record Refused(int Status, Fault Fault, string? Allow = null) : WebhookAnswer
    {
        public override Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Allow = Allow;
            return httpContext.RequestServices.GetRequiredService<ErrorResponder>()
                .WriteAsync(httpContext, Fault, httpContext.RequestAborted, Status);
        }
    }
}
