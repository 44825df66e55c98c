# Captures what Cairn's collectors for Windows read, into a folder that `cairn collect --root` reads elsewhere.
# Reads only. Run it as administrator in Windows PowerShell 5.1:  powershell -ExecutionPolicy Bypass -File windows.ps1 E:\WIN01
# With Java 25 and cairn-collector.jar, OSHI's jars beside it, what OSHI says too:  … windows.ps1 E:\WIN01 E:\cairn-collector.jar
param([Parameter(Mandatory = $true)][string]$Folder, [string]$Jar)
$ErrorActionPreference = 'Stop'
New-Item -ItemType Directory -Force -Path "$Folder\cairn-captured", "$Folder\etc" | Out-Null
function Write-Plain($Name, $Text) { [IO.File]::WriteAllText("$Folder\$Name", $Text) }
function Save($Name, [scriptblock]$Question) {
  try { Write-Plain "cairn-captured\$Name" ((& $Question | Out-String -Width 1000000)) }
  catch { Write-Warning "$Name is left out: $_" }
}
function oshi($Part) {
  if (-not $Jar) { throw 'cairn-collector.jar was not named' }
  $said = & java -jar $Jar inventory $Part
  if ($LASTEXITCODE) { throw "java ended with $LASTEXITCODE" }
  $said
}
Write-Plain 'etc\hostname' $env:COMPUTERNAME
Write-Plain 'etc\machine-id' ((Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Cryptography').MachineGuid -replace '-').ToLower()
Write-Plain 'cairn-captured\platform' 'windows'
# commands: begin
Save 'listening-tcp.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-NetTCPConnection -State Listen | Select-Object LocalAddress,LocalPort,@{n='Owner';e={(Get-Process -Id $_.OwningProcess -ErrorAction SilentlyContinue).ProcessName}}) }
Save 'listening-udp.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-NetUDPEndpoint | Select-Object LocalAddress,LocalPort,@{n='Owner';e={(Get-Process -Id $_.OwningProcess -ErrorAction SilentlyContinue).ProcessName}}) }
Save 'routes.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-NetRoute | Select-Object DestinationPrefix,NextHop,InterfaceAlias) }
Save 'ip-interfaces.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-NetIPInterface | Select-Object InterfaceAlias,@{n='Forwarding';e={[int]$_.Forwarding}}) }
Save 'name-servers.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-DnsClientServerAddress | Select-Object InterfaceAlias,@{n='Servers';e={@($_.ServerAddresses)}}) }
Save 'firewall-profiles.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name,@{n='On';e={[int]$_.Enabled}},@{n='Outbound';e={[int]$_.DefaultOutboundAction}}) }
Save 'firewall-rules.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-Item -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules','HKLM:\SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules' -ErrorAction SilentlyContinue | ForEach-Object {$k=$_; $k.GetValueNames() | ForEach-Object {[pscustomobject]@{Name=$_;Value=$k.GetValue($_)}}}) }
Save 'local-users.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-LocalUser | Select-Object Name,Enabled,PasswordRequired,@{n='Sid';e={$_.SID.Value}},@{n='LastLogonDays';e={if($_.LastLogon){[math]::Floor(((Get-Date)-$_.LastLogon).TotalDays)}}}) }
Save 'administrators.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-LocalGroupMember -SID S-1-5-32-544 | Select-Object Name,@{n='Sid';e={$_.SID.Value}}) }
Save 'password-policy.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @([ADSI]('WinNT://'+$env:COMPUTERNAME+',computer') | Select-Object @{n='MinLength';e={$_.MinPasswordLength.Value}},@{n='Lockout';e={$_.MaxBadPasswordsAllowed.Value}}) }
Save 'bitlocker-volumes.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-BitLockerVolume | Select-Object MountPoint,@{n='Volume';e={[int]$_.VolumeStatus}},@{n='Protection';e={[int]$_.ProtectionStatus}},@{n='Method';e={[int]$_.EncryptionMethod}}) }
Save 'registry.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(@(@('secure-boot','HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State','UEFISecureBootEnabled'),@('lsa-protection','HKLM:\SYSTEM\CurrentControlSet\Control\Lsa','RunAsPPL'),@('smb-server-signing','HKLM:\SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters','RequireSecuritySignature'),@('smb-client-signing','HKLM:\SYSTEM\CurrentControlSet\Services\LanmanWorkstation\Parameters','RequireSecuritySignature'),@('usb-storage-start','HKLM:\SYSTEM\CurrentControlSet\Services\USBSTOR','Start'),@('crash-dump','HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl','CrashDumpEnabled'),@('error-reporting-off','HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting','Disabled'),@('pagefile-encrypted','HKLM:\SYSTEM\CurrentControlSet\Control\FileSystem','NtfsEncryptPagingFile'),@('tls-1.0-server','HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server','Enabled'),@('tls-1.0-client','HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client','Enabled'),@('tls-1.1-server','HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server','Enabled'),@('tls-1.1-client','HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client','Enabled')) | ForEach-Object {[pscustomobject]@{Name=$_[0];Value=(Get-ItemProperty -Path $_[1] -ErrorAction SilentlyContinue).($_[2])}}) }
Save 'device-guard.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-CimInstance -Namespace 'root\Microsoft\Windows\DeviceGuard' -ClassName Win32_DeviceGuard | Select-Object UsermodeCodeIntegrityPolicyEnforcementStatus) }
Save 'updates.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @((New-Object -ComObject Microsoft.Update.AutoUpdate).Results | Select-Object @{n='SearchDays';e={[math]::Floor(((Get-Date).ToUniversalTime()-$_.LastSearchSuccessDate).TotalDays)}}) }
Save 'auditpol.csv' { auditpol /get /category:* /r }
Save 'event-log.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-WinEvent -ListLog Security | Select-Object IsEnabled,MaximumSizeInBytes,@{n='Mode';e={[int]$_.LogMode}}) }
Save 'time.json' { ConvertTo-Json -Depth 3 -Compress -InputObject @(Get-ItemProperty -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters' | Select-Object Type,NtpServer,@{n='Status';e={[int](Get-Service -Name W32Time).Status}}) }
Save 'oshi-machine.json' { oshi machine }
Save 'oshi-graphics.json' { oshi graphics }
Save 'oshi-addresses.json' { oshi addresses }
Save 'oshi-connections.json' { oshi connections }
Save 'oshi-processes.json' { oshi processes }
Save 'oshi-services.json' { oshi services }
Save 'oshi-sessions.json' { oshi sessions }
Save 'oshi-applications.json' { oshi applications }
Save 'oshi-file-stores.json' { oshi file-stores }
# commands: end
Write-Plain 'cairn-captured\captured-at' ((Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ'))
