using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Server.Onboarding;

/// <summary>The first-run checklist, put together from what the rooms say.</summary>
internal static class OnboardingEndpoints
{
    public static IEndpointRouteBuilder MapOnboarding(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/onboarding", GetAsync).WithName("GetOnboarding").WithTags("System")
            .WithSummary("Read the first-run checklist").RequirePermission(Permissions.Account.Self);
        return routes;
    }

    private static async Task<Ok<OnboardingView>> GetAsync(
        CallerContext context, IEnumerable<IOnboardingStep> steps, CancellationToken cancellationToken)
    {
        var views = new List<OnboardingStepView>();
        foreach (var step in steps.OrderBy(step => step.Order))
        {
            views.Add(new OnboardingStepView(step.Id, await step.IsDoneAsync(context.Caller, cancellationToken)));
        }

        return TypedResults.Ok(new OnboardingView(views));
    }
}

/// <summary>The first-run checklist.</summary>
/// <param name="Steps">In the order in which they are best done.</param>
public sealed record OnboardingView(IReadOnlyList<OnboardingStepView> Steps);

/// <summary>One line of the checklist.</summary>
/// <param name="Id">Such as <c>upload_document</c>.</param>
/// <param name="Done">Whether real state says so.</param>
public sealed record OnboardingStepView(string Id, bool Done);
