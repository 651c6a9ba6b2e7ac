using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Tools.Builtin.Email;

internal static class MailSettingEndpoints
{
    public static void MapMailSettingEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/tools/email").WithTags("Tools").RequirePermission(Permissions.Apps.Update);
        group.MapGet("", GetAsync).WithName("GetMailSetting").WithSummary("Read how the workspace sends mail");
        group.MapPut("", SetAsync).WithName("SetMailSetting").WithSummary("Say how the workspace sends mail");
        group.MapDelete("", DeleteAsync).WithName("DeleteMailSetting").WithSummary("Forget how the workspace sends mail");
        group.MapPost("/test", TestAsync).WithName("TestMailSetting").WithSummary("Send a short mail to see whether it arrives");
    }

    private static async Task<Ok<MailSetting>> GetAsync(
        CallerContext context, MailSettingService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, cancellationToken));

    private static async Task<Ok<MailSetting>> SetAsync(
        SetMail body, CallerContext context, MailSettingService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.SetAsync(context.Caller, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        CallerContext context, MailSettingService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MailCheck>> TestAsync(
        TestMail body, CallerContext context, MailSettingService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.TestAsync(context.Caller, body.To, cancellationToken));
}
