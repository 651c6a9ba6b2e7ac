using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Middeck.Http.Errors;

/// <summary>Gives the framework's validation problems our shape: field paths as in the JSON, a code, a detail that can be shown.</summary>
internal static class ValidationFault
{
    public static void Shape(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is not HttpValidationProblemDetails { Errors.Count: > 0 } problem)
        {
            return;
        }

        var errors = problem.Errors.ToDictionary(error => Path(error.Key), error => error.Value);
        problem.Errors = errors;
        var (field, messages) = errors.First();
        problem.Detail = messages.FirstOrDefault();
        problem.Extensions["code"] = "request.invalid";
        problem.Extensions["field"] = field;
    }

    // Models[0].ContextLength becomes models[0].context_length.
    private static string Path(string path)
        => string.Join('.', path.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
