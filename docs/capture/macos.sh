#!/bin/sh
# Captures what Cairn's collectors for macOS read, into a folder that `cairn collect --root` reads elsewhere.
# Reads only. Run it as root:  sudo sh macos.sh /Volumes/STICK/mac01
# With Java 25 and cairn-collector.jar, OSHI's jars beside it, what OSHI says too:  … macos.sh FOLDER cairn-collector.jar
set -u
folder=$1
jar=${2:-}
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/libexec/ApplicationFirewall
LC_ALL=C
export PATH LC_ALL
mkdir -p "$folder/cairn-captured" "$folder/etc/security"
save() {
  file=$folder/cairn-captured/$1
  shift
  "$@" > "$file" 2> /dev/null || { rm -f "$file"; echo "left out: $*" >&2; }
}
oshi() {
  [ -n "$jar" ] && java -jar "$jar" inventory "$1"
}
hostname -s > "$folder/etc/hostname"
ioreg -rd1 -c IOPlatformExpertDevice | sed -n 's/.*"IOPlatformUUID" = "\(.*\)"/\1/p' | tr -d -- - | tr A-F a-f > "$folder/etc/machine-id"
echo macos > "$folder/cairn-captured/platform"
# commands: begin
save sockets-tcp.txt netstat -anl -p tcp
save sockets-udp.txt netstat -anl -p udp
save routes-inet.txt netstat -rnl -f inet
save routes-inet6.txt netstat -rnl -f inet6
save dns.txt scutil --dns
save pf-info.txt pfctl -s info
save pf-rules.txt pfctl -a '*' -s rules
save application-firewall.txt socketfilterfw --getglobalstate
save users.txt dscl . -list /Users UniqueID
save administrators.txt dscl . -read /Groups/admin GroupMembership
save password-policy.txt pwpolicy -n /Local/Default -getaccountpolicies
save filevault.txt fdesetup status
save csrutil.txt csrutil status
save gatekeeper.txt spctl --status
save sysctl.txt sysctl vm.swapusage kern.coredump net.inet.ip.forwarding net.inet6.ip6.forwarding
save software-update.txt defaults read /Library/Preferences/com.apple.SoftwareUpdate
save network-time.txt systemsetup -getusingnetworktime
save network-time-server.txt systemsetup -getnetworktimeserver
save oshi-machine.json oshi machine
save oshi-graphics.json oshi graphics
save oshi-addresses.json oshi addresses
save oshi-connections.json oshi connections
save oshi-processes.json oshi processes
save oshi-services.json oshi services
save oshi-sessions.json oshi sessions
save oshi-applications.json oshi applications
save oshi-file-stores.json oshi file-stores
# commands: end
save auditd.txt launchctl list com.apple.auditd
cp /etc/security/audit_control "$folder/etc/security/" && echo /etc/security > "$folder/cairn-captured/whole"
date -u +%Y-%m-%dT%H:%M:%SZ > "$folder/cairn-captured/captured-at"
