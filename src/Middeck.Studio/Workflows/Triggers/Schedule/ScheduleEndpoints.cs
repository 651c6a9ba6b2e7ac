using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Audit;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

internal static class ScheduleEndpoints
{
    private const int Shown = 5;

    public static void MapScheduleEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/v1/schedules/preview", Preview).WithName("PreviewSchedule")
            .WithSummary("Check a schedule and tell its next five times").WithTags("Workflows")
            .RequirePermission(Permissions.Apps.Read).WithoutAudit();

    private static Ok<SchedulePreview> Preview(PreviewSchedule body, TimeProvider clock)
    {
        var settings = ScheduleSettings.Read(JsonSerializer.SerializeToElement(body, Json.Snake));
        var times = ScheduleTimes.Of(settings).After(clock.GetUtcNow(), Shown);
        return TypedResults.Ok(new SchedulePreview([.. times], settings.Crons, settings.Timezone));
    }
}
